import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Runs an example as a user of the package does: by its name, from what was built. */
async function example(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'examples', name)], {
    cwd: root,
    env: { PATH: process.env.PATH },
  })
  return stdout
}

describe('A5 the examples run as they stand', () => {
  test('models in a row', async () => {
    expect(await example('models-in-a-row.ts')).toBe('Checked. In short: Sales fell in the north and rose in the south.\n')
  })

  test('a vote', async () => {
    expect(await example('vote.ts')).toMatch(/^Answer: 42 \(2 of 3\)\n- |^42 \(2 of 3\)\n- /)
  })

  test('a saved pipeline, cached the second time', async () => {
    expect(await example('saved-pipeline.ts')).toBe('Good morning, ANN (asked 1 time)\nGood morning, ANN (asked 1 time)\n')
  })
})
