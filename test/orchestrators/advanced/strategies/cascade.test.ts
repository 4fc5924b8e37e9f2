import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import { CascadeSettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const agreement = CascadeSettings.parse({ strategy: 'cascade' })
const quality = CascadeSettings.parse({ strategy: 'cascade', stopOn: 'quality' })
const down = new TuttiError('timeout', 'Vendor 1 did not answer within 180 s.')

describe('B1 cascade until two agree', () => {
  it('leaves the strong member out where the two cheap ones agree', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 63 days' }, m2: { text: 'Answer: 63' } })
    const outcome = await advanced.run(run.context, strategyInput(agreement, 3, 'How many days are nine weeks?'))
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 2 } })
    expect(run.asked).toEqual(['m1', 'm2'])
    expect(run.titles).toContain('Did not ask 3')
  })

  it('goes on to the third where the first two differ, and says why', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 62' }, m2: { text: 'Answer: 63' }, m3: { text: 'Answer: 63' } })
    const outcome = await advanced.run(run.context, strategyInput(agreement, 3))
    expect(outcome).toMatchObject({ kind: 'agreed', by: 'm3', agreement: { agree: 2, of: 3 } })
    expect(run.notes.find(({ title }) => title === 'Went on to 3')?.reason).toBe('1 and 2 differ: 63 · 62.')
  })

  it('asks on until as many agree as were set', async () => {
    const three = CascadeSettings.parse({ strategy: 'cascade', agree: 3 })
    const says = (text: string) => ({ text: `Answer: ${text}` })
    const run = new ScriptedRun({ m1: says('63'), m2: says('62'), m3: says('63'), m4: says('63'), m5: says('63') })
    const outcome = await advanced.run(run.context, strategyInput(three, 5))
    expect(run.asked).toEqual(['m1', 'm2', 'm3', 'm4'])
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 3, of: 4 } })
    expect(run.titles).toContain('Three members agree')
  })

  it('replaces a member that fails by the next', async () => {
    const run = new ScriptedRun({ m1: { fails: down }, m2: { text: 'Answer: 63' }, m3: { text: 'Answer: 63' } })
    expect(await advanced.run(run.context, strategyInput(agreement, 3))).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 2 } })
  })

  it('asks a member again that the cascade would not reach', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 63' }, m2: { text: 'Answer: 63' }, m3: { text: 'Answer: 64' } })
    const outcome = await advanced.run(run.context, strategyInput(agreement, 3, 'How many?', { mustAsk: ['m1', 'm2', 'm3'] }))
    expect(run.asked).toEqual(['m1', 'm2', 'm3'])
    expect(outcome).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 3 } })
  })

  it('takes the strongest where no two agree', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 1' }, m2: { text: 'Answer: 2' }, m3: { text: 'Answer: 3' } })
    const outcome = await advanced.run(run.context, strategyInput(agreement, 3))
    expect(outcome).toMatchObject({ kind: 'plurality', by: 'm3', agreement: { agree: 1, of: 3 } })
    expect(outcome.groups).toHaveLength(3)
  })

  it('fails where all fail, and stops on cancel', async () => {
    const dead = new ScriptedRun({ m1: { fails: down }, m2: { fails: down }, m3: { fails: down } })
    await expect(advanced.run(dead.context, strategyInput(agreement, 3))).rejects.toMatchObject({ code: 'no-answer' })
    const slow = new ScriptedRun({ m1: { text: '1', afterMs: 90 }, m2: { text: '1', afterMs: 90 } })
    slow.cancelAfter(10)
    await expect(advanced.run(slow.context, strategyInput(agreement, 3))).rejects.toMatchObject({ code: 'cancelled' })
    expect(slow.asked).toEqual(['m1', 'm2'])
  })
})

describe('B1 cascade until the quality is enough', () => {
  it('stops at the first answer that passes', async () => {
    const run = new ScriptedRun({ m1: { text: 'I don’t know.' }, m2: { text: 'It is 63.' } })
    const outcome = await advanced.run(run.context, strategyInput(quality, 3))
    expect(outcome).toMatchObject({ kind: 'first', by: 'm2' })
    expect(run.asked).toEqual(['m1', 'm2'])
    expect(run.titles).toEqual(['Went past 1', 'Stopped at 2'])
  })

  it('shows the best answer where none passes, and says so', async () => {
    const run = new ScriptedRun({ m1: { text: 'It is sixty-thr', stop: 'length' }, m2: { fails: down } })
    const outcome = await advanced.run(run.context, strategyInput(quality, 2))
    expect(outcome).toMatchObject({ kind: 'best', by: 'm1' })
    expect(outcome.summary).toBe('No answer reached the quality threshold of 0.70; shown is the best, of model-1.')
  })
})
