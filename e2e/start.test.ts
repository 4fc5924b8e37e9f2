import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startVendorServer, type VendorServer } from '../test/support/vendor-server/vendor-server.ts'
import { openPage, startBrowser } from './support/browser.ts'
import { connectVendors, members, presetOf } from './support/ensemble.ts'
import { environment, newHome, run, startTutti } from './support/tutti.ts'

const START_LIMIT_MS = 60_000

/** `npm start` on a machine without a display, in a process group of its own. */
function npmStart(home: string, ...args: string[]): ChildProcess {
  // npm puts the project's Node first on the path; here that is the one that runs the tests.
  const env = environment(home, { PATH: `${dirname(process.execPath)}:${process.env.PATH}` })
  const child = spawn(process.execPath, [resolve('scripts/start.ts'), ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.pid === undefined) return
    const closed = once(child, 'close')
    process.kill(-child.pid, 'SIGTERM')
    await closed
  })
  return child
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no standard output.')
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('http://')) return line
  throw new Error('No address was printed.')
}

describe('F6 npm start', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  test(
    'without a display says why in one line and serves a page that answers',
    async () => {
      const child = npmStart(newHome())
      const said: string[] = []
      child.stderr?.on('data', (data) => said.push(String(data)))
      const address = await firstAddress(child)
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=\S+$/)
      const why = said.join('').split('\n')
      expect(why.filter((line) => line.startsWith('No window'))).toEqual([
        'No window: there is no display. Tutti shows itself in the browser instead.',
      ])
      const { page, errors } = await openPage(browser, address)
      await page.getByRole('button', { name: /A vote corrects a member/ }).click()
      const answer = page.getByRole('article', { name: 'Agreed answer' })
      await expect.poll(() => answer.innerText(), { timeout: 10_000 }).toMatch(/2 of 3 agree[\s\S]*17:25/)
      expect(errors).toEqual([])
      await page.context().close()
    },
    START_LIMIT_MS,
  )
})

describe('F1 bad input on the command line ends with its exit code and one line', () => {
  let server: VendorServer
  let home: string
  beforeAll(async () => {
    server = await startVendorServer()
    const tutti = await startTutti()
    home = tutti.home
    const client = await tutti.client()
    await connectVendors(client, server)
    await client.presets.save(presetOf('claude', { strategy: 'sequential', minCharacters: 1 }, members().slice(0, 1)))
    await tutti.close()
  })
  afterAll(() => server?.close())

  /** The last line on standard error, after the progress. */
  async function refused(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
    const { code, stdout, stderr } = await run(args, home, { env })
    expect(stdout).toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
    return { code, said: stderr.trim().split('\n').at(-1) ?? '' }
  }

  test('an empty question', async () => {
    expect(await refused(['ask', ' '])).toEqual({
      code: 2,
      said: 'The question is empty. Write it in quotes, or - to read it from standard input; tutti help shows what can be asked.',
    })
  })

  test('an unknown preset, with those that there are', async () => {
    const { code, said } = await refused(['ask', 'Hello', '--preset', 'votes'])
    expect([code, said]).toEqual([2, expect.stringMatching(/no preset “votes”.*voting.*claude/)])
  })

  test('a preset whose model the vendor no longer has', async () => {
    server.script({ model: 'claude-sonnet-4-5' }, { fault: { type: 'status', status: 404, message: 'model: claude-sonnet-4-5' } })
    const { code, said } = await refused(['ask', 'Hello', '--preset', 'claude'])
    expect([code, said]).toEqual([2, expect.stringContaining('no model claude-sonnet-4-5 (404)')])
    server.clear()
  })

  test('a key that the vendor refuses', async () => {
    server.onlyKey('anthropic', 'another key')
    const { code, said } = await refused(['ask', 'Hello', '--preset', 'claude'])
    expect([code, said]).toEqual([4, expect.stringMatching(/Anthropic refused this key \(401\)\. Check that it is copied whole/)])
    expect(said).not.toContain('sk-ant')
  })

  test('a port that something else listens on', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, said } = await refused(['serve', '--port', String(port)])
    expect([code, said]).toEqual([expect.any(Number), expect.stringContaining(String(port))])
    expect(code).toBe(2)
  })
})
