import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { RunId } from '../../src/shared/ids.ts'
import { temporaryFolder } from './fixtures.ts'

/** Kills a process that writes without end once it has acknowledged `after` commits; returns all it acknowledged. */
async function acknowledgedUntilKilled(folder: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed-writer.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.split('\n').length > after) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return output.split('\n').slice(0, -1)
}

describe('D8 a process killed in the middle of writing', () => {
  test.each([3, 60, 400])('loses nothing that it acknowledged (after %i commits) and keeps each commit whole', async (after) => {
    const folder = temporaryFolder()
    const acknowledged = await acknowledgedUntilKilled(folder, after)
    const { database, notices } = openDatabase({ path: join(folder, 'tutti.db'), now: 0, appVersion: '0.1.0' })
    onTestFinished(() => database.close())
    expect(notices).toEqual([])
    const history = await new SqliteJournal(database).history(RunId.parse('r1'))
    const effects = new Set(history?.effects.map((effect) => effect.path))
    expect(acknowledged.filter((path) => !effects.has(path))).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(after)
    expect(new Set(history?.attempts.map((attempt) => attempt.path))).toEqual(effects)
    expect(new Set(history?.events.map((event) => event.type === 'progress' && event.label))).toEqual(effects)
  })
})
