import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { TuttiError } from '../../../../src/shared/errors.ts'
import { SequentialSettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const first = SequentialSettings.parse({ strategy: 'sequential' })
const down = new TuttiError('vendor-error', 'Vendor 1 is overloaded (529).')

describe('B1 sequential', () => {
  it('asks nobody else once an answer is acceptable', async () => {
    const run = new ScriptedRun({ m1: { text: 'It is 42.' } })
    const outcome = await advanced.run(run.context, strategyInput(first, 3))
    expect(outcome).toMatchObject({ kind: 'first', by: 'm1', answer: 'It is 42.', agreement: null })
    expect(run.asked).toEqual(['m1'])
    expect(outcome.summary).toBe('model-1 was asked first and gave an acceptable answer, so nobody else was asked.')
  })

  it('passes over a failure, a refusal, a cut answer and one that is too short, each with its reason', async () => {
    const run = new ScriptedRun({
      m1: { fails: down },
      m2: { text: 'I’m sorry, but I can’t help with that.' },
      m3: { text: 'The answer to this question, which', stop: 'length' },
      m4: { text: '42' },
      m5: { text: 'It is forty-two.' },
    })
    const outcome = await advanced.run(run.context, strategyInput({ ...first, minCharacters: 10 }, 5))
    expect(outcome.by).toBe('m5')
    expect(run.titles).toEqual(['Passed over 1', 'Passed over 2', 'Passed over 3', 'Passed over 4', 'Took the answer of 5'])
    expect(run.notes.map(({ reason }) => reason)).toMatchObject([
      down.message,
      expect.stringContaining('declines'),
      'The answer was cut at the output limit.',
      'The answer has 2 characters; at least 10 are asked for.',
      'It has 16 characters (at least 10) and passed the hard checks.',
    ])
  })

  it('fails with each cause where no answer is acceptable', async () => {
    const run = new ScriptedRun({ m1: { fails: down }, m2: { text: '' } })
    await expect(advanced.run(run.context, strategyInput(first, 2))).rejects.toMatchObject({
      code: 'no-answer',
      message: 'No member gave an answer. model-1: Vendor 1 is overloaded (529). model-2: The answer is empty.',
    })
  })

  it('falls back on the last words that arrived where none were acceptable, and says so', async () => {
    const run = new ScriptedRun({ m1: { fails: down }, m2: { text: 'I cannot answer this.' } })
    expect(await advanced.run(run.context, strategyInput(first, 2))).toMatchObject({
      answer: 'I cannot answer this.',
      by: 'm2',
      summary: expect.stringContaining('No answer was acceptable'),
    })
    expect(run.titles.at(-1)).toBe('Fell back on the answer of 2')
  })

  it('asks no further member after a cancel', async () => {
    const run = new ScriptedRun({ m1: { text: 'It is 42.', afterMs: 90 }, m2: { text: 'It is 42.' } })
    run.cancelAfter(10)
    await expect(advanced.run(run.context, strategyInput(first, 2))).rejects.toMatchObject({ code: 'cancelled' })
    expect(run.asked).toEqual(['m1'])
  })

  it('asks a member again and still takes the first acceptable answer in the preset’s order', async () => {
    const run = new ScriptedRun({ m1: { text: 'It is 42.' }, m3: { text: 'It is 43.' } })
    const outcome = await advanced.run(run.context, strategyInput(first, 3, 'What?', { mustAsk: ['m1', 'm3'] }))
    expect(run.asked).toEqual(['m1', 'm3'])
    expect(outcome.by).toBe('m1')
  })
})
