import { describe, expect, it } from 'vitest'
import { advanced } from '../../../../src/main/orchestrators/advanced/advanced.ts'
import { CascadeFit } from '../../../../src/main/orchestrators/advanced/routing/fit-cascade.ts'
import type { CompleteQuestion } from '../../../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { ModelRef } from '../../../../src/shared/ids.ts'
import { CascadeSettings } from '../../../../src/shared/preset.ts'
import { ScriptedRun } from '../../../support/scripted-context.ts'
import { strategyInput } from '../../../support/strategy-input.ts'

const calibrated = CascadeSettings.parse({ strategy: 'cascade', stopOn: 'calibrated' })
const models = [1, 2, 3].map((n) => ModelRef.parse(`vendor-${n}/model-${n}`))
const seen = (count: number, keys: readonly string[]): CompleteQuestion[] =>
  Array.from({ length: count }, () => ({
    taskType: 'math',
    answers: keys.map((key, model) => ({ key, right: key === 'right', costMicros: 100 * 4 ** model })),
  }))
const policy = new CascadeFit(models, [...seen(70, ['right', 'right', 'right']), ...seen(30, ['wrong', 'other', 'right'])]).policy(0.02)
const question = strategyInput(calibrated, 3, 'What is 6 × 7?', { policy })

describe('B5 calibrated cascade', () => {
  it('stops where the answers agree as they did when they were right, and says with which numbers', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' }, m3: { text: 'Answer: 42' } })
    expect(await advanced.run(run.context, question)).toMatchObject({ kind: 'agreed', answer: expect.stringContaining('42') })
    expect(run.asked).toEqual(['m1', 'm2'])
    expect(run.notes.find(({ title }) => title === 'Stopped asking')?.reason).toMatch(
      /right in 9\d\.\d\s% of .* calibrated questions with the same agreement/,
    )
  })

  it('asks the strong one where they differ, and takes its word', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 41' }, m2: { text: 'Answer: 40' }, m3: { text: 'Answer: 42' } })
    expect(await advanced.run(run.context, question)).toMatchObject({ by: 'm3' })
    expect(run.asked).toEqual(['m1', 'm2', 'm3'])
  })

  it('lets the one speak that is most often right, in the wording of most', async () => {
    const all = [...seen(60, ['right', 'wrong', 'right']), ...seen(40, ['wrong', 'right', 'right'])]
    const asking = strategyInput(calibrated, 3, 'assert f(3) == ??', {
      policy: new CascadeFit(models, all).policy(0.001),
      mustAsk: ['m1', 'm2', 'm3'],
    })
    const say = async (...texts: string[]) => {
      const run = new ScriptedRun(Object.fromEntries(texts.map((text, place) => [`m${place + 1}`, { text: `Answer: ${text}` }])))
      return (await advanced.run(run.context, asking)).by
    }
    expect(await say('[1,2]', '[1, 2]', '[1, 2]')).toBe('m3')
    expect(await say('[1, 2]', '[1, 2]', '[1,2]')).toBe('m3')
    expect(await say('[1, 2]', '[1, 2]', '[3]')).toBe('m3')
  })

  it('goes by agreement where nothing was learned about these members', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 42' }, m2: { text: 'Answer: 42' }, m3: { text: 'Answer: 1' } })
    expect(await advanced.run(run.context, strategyInput(calibrated, 3))).toMatchObject({ kind: 'agreed', agreement: { agree: 2, of: 2 } })
  })

  it('asks whom the user wants asked, whatever it has learned', async () => {
    const run = new ScriptedRun({ m1: { text: 'Answer: 1' }, m2: { text: 'Answer: 1' }, m3: { text: 'Answer: 42' } })
    await advanced.run(run.context, { ...question, mustAsk: ['m3'] })
    expect(run.asked).toContain('m3')
  })
})
