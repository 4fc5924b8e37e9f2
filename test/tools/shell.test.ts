import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { shell } from '../../src/main/tools/built-in/shell.ts'
import { ToolOptions } from '../../src/shared/tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'tutti-shell-'))
const options = ToolOptions.parse({ folder })
const run = (command: readonly string[], signal = new AbortController().signal, where = '.') =>
  shell([]).run({ command, folder: where }, { signal, options })

afterEach(() => vi.unstubAllEnvs())

describe('B10 commands', () => {
  test('run in the granted folder and say how they ended', async () => {
    await expect(run(['pwd'])).resolves.toContain(folder)
    await expect(run(['ls', 'no-such-file'])).resolves.toMatch(/^Exit code [12]\.\n\n.*no-such-file/s)
    await expect(run(['pwd'], undefined, '..')).rejects.toMatchObject({ code: 'denied' })
  })

  test.each([
    '; touch owned',
    '$(touch owned)',
    '`touch owned`',
    '| touch owned',
    '&& touch owned',
    '> owned',
    '\n touch owned',
    '* ? ~ $HOME',
  ])('an argument is no shell text: %j', async (argument) => {
    await expect(run(['printf', '%s', argument])).resolves.toBe(`Exit code 0.\n\n${argument}`)
    expect(existsSync(join(folder, 'owned'))).toBe(false)
  })

  test('a whole line is no program', async () => {
    await expect(run(['touch owned'])).rejects.toThrow(/could not be started/)
    await expect(run([])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(run(['ls', 'a\0b'])).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('see no key and nothing else of this process’s environment', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret')
    vi.stubEnv('TUTTI_PASSPHRASE', 'secret')
    vi.stubEnv('MY_OWN_TOKEN', 'secret')
    const seen = await run(['env'])
    expect(seen).toContain('PATH=')
    expect(seen).not.toMatch(/secret|OPENAI|TUTTI|TOKEN/)
  })

  test('that write without end are stopped', async () => {
    const text = await run(['yes'])
    expect(text).toMatch(/^It wrote too much and was stopped\./)
    expect(text.length).toBeLessThan(201_000)
  })

  test('that do not end are ended with all that they started', async () => {
    const stopping = new AbortController()
    const running = run(['sh', '-c', 'sleep 300 & echo $! > pid; wait'], stopping.signal)
    const file = join(folder, 'pid')
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toMatch(/\d+\n/))
    stopping.abort(new Error('stopped by the user'))
    await expect(running).rejects.toThrow('stopped by the user')
    const pid = Number(readFileSync(file, 'utf8'))
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false))
  })
})

/** A dead process that nobody waited for does not run. */
function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
