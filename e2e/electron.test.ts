import { _electron as electron } from 'playwright'
import { describe, expect, test } from 'vitest'
import { installedBinary } from '../scripts/desktop.ts'
import { hasDisplay } from '../src/main/hosts/cli/show-page.ts'
import { environment, newHome } from './support/tutti.ts'

const binary = installedBinary()
const reason = binary === null ? 'Electron’s program is not installed' : hasDisplay(process.env) ? null : 'there is no display'
if (reason !== null) console.warn(`SKIPPED: the journeys in the desktop window, because ${reason}. They run where it can be opened.`)

describe.skipIf(reason !== null)('F1 the desktop window', () => {
  test('a newcomer gets an agreed answer with one click; the page has no Node', async () => {
    const home = newHome()
    const display = { DISPLAY: process.env.DISPLAY ?? '', WAYLAND_DISPLAY: process.env.WAYLAND_DISPLAY ?? '' }
    const app = await electron.launch({ executablePath: binary ?? '', args: ['.'], env: environment(home, display) })
    const page = await app.firstWindow()
    await page.getByRole('button', { name: /A vote corrects a member/ }).click()
    const answer = page.getByRole('article', { name: 'Agreed answer' })
    await expect.poll(() => answer.innerText(), { timeout: 15_000 }).toMatch(/2 of 3 agree[\s\S]*17:25/)
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
    expect(new URL(page.url()).protocol).toBe('app:')
    await app.close()
  })
})
