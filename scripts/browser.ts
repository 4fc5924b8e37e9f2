import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function isProgram(path: string | undefined): path is string {
  if (!path || !existsSync(path) || !statSync(path).isFile()) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium that Playwright can drive: `CHROMIUM`, Playwright's own, or one that is installed; null where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = [...folders, '/usr/bin'].flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [process.env.CHROMIUM, chromium.executablePath(), ...installed, ...PLACES].find(isProgram) ?? null
}

/** Installs Chromium with the system's packages where that can be done unasked: as root on Debian and its relatives. */
function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  process.stderr.write('Installing Chromium for the tests …\n')
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const packages = ['chromium', 'fonts-liberation']
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env })
}

if (import.meta.main) {
  if (findBrowser() === null) install()
  const browser = findBrowser()
  if (browser === null) {
    console.error(
      'The tests need a Chromium and none was found. Install one (Debian: apt-get install chromium; any system: npx playwright install chromium), or set CHROMIUM to its path.',
    )
    process.exit(1)
  }
  console.log(`Browser: ${browser}`)
}
