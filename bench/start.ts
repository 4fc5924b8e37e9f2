import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/browser.ts'
import { median, report } from './support/report.ts'

const HOST = join(import.meta.dirname, '..', 'out', 'host', 'index.js')
const STARTS = 5

async function startHost(home: string): Promise<{ host: ChildProcess; url: string }> {
  const host = spawn(process.execPath, [HOST, 'serve', '--port', '0'], {
    env: { PATH: process.env.PATH, TUTTI_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: host.stdout })) return { host, url: line }
  throw new Error('The host ended before it printed its address.')
}

async function stopHost(host: ChildProcess): Promise<void> {
  host.kill('SIGTERM')
  await once(host, 'exit')
}

/** Resident memory in MB, from the system. */
function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

/** 3 s after it listens, with no provider used yet. */
async function idleMemory(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'tutti-bench-'))
  const { host } = await startHost(home)
  await wait(3_000)
  const megabytes = residentMegabytes(host.pid ?? 0)
  await stopHost(host)
  rmSync(home, { recursive: true })
  return megabytes
}

/** From starting the program on an empty data folder to a page whose composer can be typed into; the browser runs already. */
async function coldStarts(): Promise<number[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium was found; npm run browser installs one.')
  const browser = await chromium.launch({ executablePath })
  const times: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    const home = mkdtempSync(join(tmpdir(), 'tutti-bench-'))
    const page = await browser.newPage()
    const begun = performance.now()
    const { host, url } = await startHost(home)
    await page.goto(url)
    await page.getByRole('textbox', { name: 'Ask' }).waitFor()
    times.push(Math.round(performance.now() - begun))
    await page.close()
    await stopHost(host)
    rmSync(home, { recursive: true })
  }
  await browser.close()
  return times
}

report('start', [
  ...(process.platform === 'linux'
    ? [{ name: 'idle memory', value: median([await idleMemory(), await idleMemory(), await idleMemory()]), unit: 'MB', goal: 100 }]
    : []),
  { name: 'cold start', value: median(await coldStarts()), unit: 'ms', goal: 1500 },
])
