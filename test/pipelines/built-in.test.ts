import { afterAll, describe, expect, test } from 'vitest'
import { builtInPipelines } from '../../src/main/pipelines/built-in.ts'
import { planPipeline } from '../../src/main/pipelines/plan-pipeline.ts'
import { readExpression } from '../../src/main/sandbox/read-expression.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { runPipeline, sandbox } from '../orchestrators/pipeline/support.ts'

afterAll(() => sandbox.close())

const NOTHING_WRONG = 'FINE'
const FACTS = '{"people": ["Ada Lovelace"], "dates": ["1843-09-01"], "amounts": []}'

/** A template that asks the model of the test. */
function template(id: string) {
  const found = builtInPipelines().find((pipeline) => pipeline.id === id)
  if (!found) throw new Error(`There is no template ${id}.`)
  return { ...found, model: ModelRef.parse('demo/echo') }
}

describe('B6 templates of pipelines', () => {
  test.each(builtInPipelines())('$name has no problems', (pipeline) => {
    expect(planPipeline(pipeline, readExpression).problems).toEqual([])
  })

  test('a summary that holds is given as it is; one that does not is mended', async () => {
    const answers = (review: string) => async (call: { readonly request: { readonly speaker: string } }) => ({
      text: call.request.speaker === 'review' ? review : call.request.speaker,
    })
    const input = { text: 'A long text.', words: 20 }
    const fine = await runPipeline(template('summarise-and-review'), { input, script: answers(`${NOTHING_WRONG}\n`) })
    expect(fine.value).toBe('summary')
    expect(fine.calls).toBe(2)
    const wrong = await runPipeline(template('summarise-and-review'), { input, script: answers('The year is wrong.') })
    expect(wrong.value).toBe('mended')
  })

  test('research looks into three things at once and joins them', async () => {
    const { value, view } = await runPipeline(template('research-in-parallel'), { input: { question: 'Is tea healthy?' } })
    expect(view.plan?.nodes.filter(({ dependsOn }) => dependsOn.length === 0).map(({ id }) => id)).toEqual([
      'background',
      'arguments',
      'doubts',
    ])
    expect(value).toContain('Is tea healthy?')
  })

  test('facts that do not fit are asked for again, then counted', async () => {
    let asked = 0
    const { value } = await runPipeline(template('extract-and-validate'), {
      input: { text: 'On 1 September 1843 Ada Lovelace published her notes.' },
      script: async () => {
        asked += 1
        return { text: asked === 1 ? 'Certainly. Here it is.' : FACTS }
      },
    })
    expect(value).toEqual({ facts: JSON.parse(FACTS), count: { people: 1, dates: 1, amounts: 0 } })
  })
})
