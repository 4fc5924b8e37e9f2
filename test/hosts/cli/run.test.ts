import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryHome } from '../support/processes.ts'
import { tutti } from '../support/tutti.ts'

const PIPELINE = `name: Double
id: double
stages:
  - id: twice
    processor: { type: transform, expression: '"Twice: " & $string(2 * $number(input))' }
`

describe('E7 commands and pipelines from the command line', () => {
  test('a pipeline of a YAML file runs with words or with a file as its input', async () => {
    const home = temporaryHome()
    const file = join(home, 'double.yaml')
    writeFileSync(file, PIPELINE)
    expect(await tutti(home, ['run', file, '21'])).toMatchObject({ code: 0, out: 'Twice: 42\n' })
    writeFileSync(join(home, 'input.json'), '4')
    expect(await tutti(home, ['run', file, '--input', join(home, 'input.json')])).toMatchObject({ code: 0, out: 'Twice: 8\n' })
  })

  test('the library is listed, and what is in neither is said', async () => {
    const home = temporaryHome()
    const { out } = await tutti(home, ['commands'])
    expect(out).toMatch(/Commands\n {2}\/auto-scale/)
    expect(out).toMatch(/Agents\n {2}architect/)
    const missing = await tutti(home, ['run', 'nothing-of-this-name'])
    expect(missing.code).not.toBe(0)
    expect(missing.err).toContain('There is no command and no pipeline "nothing-of-this-name"')
  })

  test('a command of the library is asked of the members of the default preset', async () => {
    const { code, err } = await tutti(temporaryHome(), ['run', 'explain', 'What', 'is', '17', '*', '23?'])
    // The demo members compute and explain nothing; that they were asked is what can be seen without a key.
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining('Demo')])
  })
})
