import { afterAll, describe, expect, test } from 'vitest'
import type { Tool } from '../../../src/main/kernel/tool.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import type { AttachmentRef } from '../../../src/shared/model.ts'
import type { RunView } from '../../../src/shared/run.ts'
import { echo, pipelineOf, runPipeline, sandbox } from './support.ts'

afterAll(() => sandbox.close())

const transform = (expression: string) => ({ type: 'transform' as const, expression })
/** Ids of the speakers that answered. */
const asked = ({ speakers }: RunView) => speakers.filter(({ state }) => state === 'done').map(({ id }) => id)
const prompt = (text: string) => ({ type: 'prompt' as const, prompt: text })

describe('B6 stages of a pipeline', () => {
  test('hand on what they gave, with input and output mapped', async () => {
    const pipeline = pipelineOf({
      stages: [
        { id: 'draft', processor: prompt('Write about {{ topic }}'), input: { topic: 'input.topic' } },
        { id: 'title', processor: transform('$uppercase(stages.draft)'), output: '{ "title": result }' },
      ],
      output: '{ "title": stages.title.title, "draft": stages.draft }',
    })
    const { value, view } = await runPipeline(pipeline, { input: { topic: 'bees' } })
    expect(value).toEqual({ title: 'WRITE ABOUT BEES', draft: 'Write about bees' })
    expect(view.plan?.nodes.map(({ id, dependsOn, state }) => [id, dependsOn, state])).toEqual([
      ['draft', [], 'done'],
      ['title', ['draft'], 'done'],
    ])
    expect(asked(view)).toEqual(['draft'])
  })

  test('run side by side where they may, and what reads them waits for both', async () => {
    let atOnce = 0
    let most = 0
    const { value } = await runPipeline(
      pipelineOf({
        stages: [
          { id: 'a', parallel: true, processor: prompt('a') },
          { id: 'b', parallel: true, processor: prompt('b') },
          { id: 'both', processor: transform('stages.a & stages.b') },
        ],
      }),
      {
        script: async (call) => {
          atOnce += 1
          most = Math.max(most, atOnce)
          await new Promise((resolve) => setTimeout(resolve, 20))
          atOnce -= 1
          return echo(call)
        },
      },
    )
    expect(value).toBe('ab')
    expect(most).toBe(2)
  })

  test('hand files on to who reads the input, and to nobody else; another file is another question', async () => {
    const file = (digit: string) => ({ id: digit.repeat(64), name: `${digit}.txt`, mediaType: 'text/plain', bytes: 4 })
    const stages = [
      { id: 'read', cache: {}, input: { text: 'input' }, processor: prompt('Read {{ text }}') },
      { id: 'judge', processor: prompt('Judge {{ stages.read }}') },
    ]
    const cache = new Map<string, unknown>()
    const given: string[] = []
    const run = async (attachments: readonly AttachmentRef[]) => {
      const script: typeof echo = async (call) => {
        const parts = call.request.turns.flatMap((turn) => turn.parts)
        given.push(`${call.request.speaker}: ${parts.flatMap((part) => (part.type === 'attachment' ? [part.attachment.name] : [])).join()}`)
        return echo(call)
      }
      await runPipeline(pipelineOf({ stages }), { input: 'it', attachments, cache, script })
    }
    await run([file('a')])
    await run([file('a')])
    await run([file('b')])
    expect(given).toEqual(['read: a.txt', 'judge: ', 'judge: ', 'read: b.txt', 'judge: '])
  })

  test('are skipped where their condition does not hold; who reads them finds nothing', async () => {
    const stages = [
      { id: 'kind', processor: { type: 'branch' as const, cases: [{ name: 'long', when: 'input.words > 100' }], otherwise: 'short' } },
      { id: 'long', condition: 'stages.kind = "long"', parallel: true, processor: prompt('long') },
      { id: 'short', condition: 'stages.kind = "short"', parallel: true, processor: prompt('short') },
      { id: 'end', processor: transform('stages.long ? stages.long : stages.short') },
    ]
    const { value, calls, view } = await runPipeline(pipelineOf({ stages }), { input: { words: 7 } })
    expect([value, calls]).toEqual(['short', 1])
    expect(view.plan?.nodes.find(({ id }) => id === 'long')?.state).toBe('skipped')
    expect(view.decisions.map(({ title }) => title)).toContain('kind: short')
  })

  test('mapped over a list run once an item, and keep the order', async () => {
    const { value, view } = await runPipeline(
      pipelineOf({ stages: [{ id: 'each', over: 'input', processor: prompt('{{ index }}: {{ item.name }}') }] }),
      { input: [{ name: 'x' }, { name: 'y' }, { name: 'z' }] },
    )
    expect(value).toEqual(['0: x', '1: y', '2: z'])
    expect(asked(view).sort()).toEqual(['each[0]', 'each[1]', 'each[2]'])
  })

  test('loop until what they want is there', async () => {
    const body = [{ id: 'more', processor: transform('last = null ? [1] : $append(last, round)') }]
    const { value } = await runPipeline(
      pipelineOf({ stages: [{ id: 'grow', processor: { type: 'loop', body, until: '$count(last) >= 3', most: 9 } }] }),
    )
    expect(value).toEqual([1, 2, 3])
  })

  test('call another pipeline with their own input', async () => {
    const other = pipelineOf({ stages: [{ id: 'say', processor: prompt('{{ vars.word }} {{ input.name }}') }] }, 'other')
    const stages = [
      { id: 'call', input: { name: '"Ann"' }, processor: { type: 'pipeline' as const, pipeline: 'other', vars: { word: '"Hello"' } } },
    ]
    const { value, view } = await runPipeline(pipelineOf({ stages }), { others: [other] })
    expect(value).toBe('Hello Ann')
    expect(asked(view)).toEqual(['call/say'])
  })

  test('ask a preset where they name no model', async () => {
    const stages = [{ id: 'vote', preset: 'voting', processor: prompt('2 + 2?') }]
    const { value } = await runPipeline(pipelineOf({ stages }))
    expect(value).toBe('voting: 2 + 2?')
  })

  test('run code on their input, and take JSON from a model where it fits the schema', async () => {
    const schema = { type: 'object', required: ['n'], properties: { n: { type: 'number' } } }
    const stages = [
      { id: 'json', processor: { type: 'prompt' as const, prompt: 'x', output: 'json' as const, schema } },
      { id: 'code', input: { n: 'stages.json.n' }, processor: { type: 'code' as const, source: 'return input.n * 2' } },
    ]
    const fits = await runPipeline(pipelineOf({ stages }), { script: async () => ({ text: '```json\n{"n": 21}\n```' }) })
    expect(fits.value).toBe(42)
    const misfit = await runPipeline(pipelineOf({ stages }), { script: async () => ({ text: '{"n": "many"}' }) })
    expect(misfit.view.error?.message).toContain('/n must be number')
  })
})

describe('B6 retry, cache, undo', () => {
  test('a retry runs its stage again and no other', async () => {
    const asked: string[] = []
    const { value } = await runPipeline(
      pipelineOf({
        stages: [
          { id: 'first', processor: prompt('first') },
          { id: 'flaky', processor: { type: 'prompt', prompt: 'flaky', output: 'json' }, retry: { attempts: 3, delayMs: 1 } },
        ],
      }),
      {
        script: async ({ request }) => {
          asked.push(request.speaker)
          return { text: request.speaker === 'flaky' && asked.length < 4 ? 'no JSON' : '1' }
        },
      },
    )
    expect(value).toBe(1)
    expect(asked).toEqual(['first', 'flaky', 'flaky', 'flaky'])
  })

  test('no retry after an error that is not named', async () => {
    const stages = [{ id: 'a', processor: prompt('a'), retry: { attempts: 3, delayMs: 1, on: ['malformed' as const] } }]
    const { calls, view } = await runPipeline(pipelineOf({ stages }), {
      script: async () => {
        throw new TuttiError('bad-request', 'The vendor said no.')
      },
    })
    expect(calls).toBe(1)
    expect(view.error?.message).toContain('The vendor said no.')
  })

  test('a cached result is handed back for the same input, and only for that', async () => {
    const cache = new Map<string, unknown>()
    const pipeline = pipelineOf({ stages: [{ id: 'a', processor: prompt('{{ input }}'), cache: {} }] })
    const runs = [
      await runPipeline(pipeline, { input: 'x', cache }),
      await runPipeline(pipeline, { input: 'x', cache }),
      await runPipeline(pipeline, { input: 'y', cache }),
    ]
    expect(runs.map(({ value, calls }) => [value, calls])).toEqual([
      ['x', 1],
      ['x', 0],
      ['y', 1],
    ])
  })

  test('identical work of several stages is done once', async () => {
    const once = { key: 'summary of {{ input }}' }
    const { value, calls } = await runPipeline(
      pipelineOf({
        stages: [
          { id: 'a', parallel: true, once, processor: prompt('a') },
          { id: 'b', parallel: true, once, processor: prompt('b') },
          { id: 'end', processor: transform('stages.a = stages.b') },
        ],
      }),
      { input: 'x' },
    )
    expect([value, calls]).toEqual([true, 1])
  })

  test('what was done is undone in reverse order when a later stage fails', async () => {
    const done: string[] = []
    const tool = (name: string): Tool => ({
      name,
      readOnly: false,
      idempotent: true,
      leaves: false,
      run: async (input) => {
        done.push(`${name} ${JSON.stringify(input)}`)
        return { content: name }
      },
    })
    const call = (name: string, argument: string) => ({ type: 'tool' as const, tool: name, arguments: { of: argument } })
    const { view } = await runPipeline(
      pipelineOf({
        stages: [
          { id: 'a', processor: call('book', '"a"'), compensation: call('cancel', 'result') },
          { id: 'b', processor: call('book', '"b"'), compensation: call('cancel', '"b"') },
          { id: 'c', processor: { type: 'validate', value: '1', schema: { type: 'string' } } },
        ],
      }),
      { tools: [tool('book'), tool('cancel')] },
    )
    expect(view.state).toBe('failed')
    expect(done).toEqual(['book {"of":"a"}', 'book {"of":"b"}', 'cancel {"of":"b"}', 'cancel {"of":"book"}'])
    expect(view.compensations.map(({ name, state }) => [name, state])).toEqual([
      ['b', 'done'],
      ['a', 'done'],
    ])
  })
})

describe('B6 a pipeline that cannot work', () => {
  test.each([
    [
      'a cycle',
      [
        { id: 'a', parallel: true, processor: transform('stages.b') },
        { id: 'b', parallel: true, processor: transform('stages.a') },
      ],
      /circle: a → b → a|circle: b → a → b/,
    ],
    [
      'a stage that is not there',
      [{ id: 'a', processor: transform('stages.nobody') }],
      /a\.processor\.expression: There is no stage nobody/,
    ],
    ['no expression', [{ id: 'a', processor: transform('1 +') }], /a\.processor\.expression: This is no expression/],
    [
      'two of one name',
      [
        { id: 'a', processor: transform('1') },
        { id: 'a', processor: transform('2') },
      ],
      /Two stages are called a/,
    ],
    ['no stages', [], /It has no stages/],
  ])('%s is named before anything is asked', async (_, stages, message) => {
    const { view, calls } = await runPipeline(pipelineOf({ stages }))
    expect(calls).toBe(0)
    expect(view.error?.message).toMatch(message)
  })

  test('input that does not fit its schema is refused with the place', async () => {
    const pipeline = pipelineOf({ input: { type: 'object', required: ['topic'] }, stages: [{ id: 'a', processor: transform('1') }] })
    const { view } = await runPipeline(pipeline, { input: {} })
    expect(view.error?.message).toContain('topic')
  })

  test('a failing stage leaves the independent ones their results', async () => {
    const stages = [
      { id: 'bad', parallel: true, processor: transform('1 + "a"') },
      { id: 'good', parallel: true, processor: prompt('good') },
    ]
    const kept = await runPipeline(pipelineOf({ stages, onFailure: 'partial' }))
    expect(kept.value).toBe('good')
    const failed = await runPipeline(pipelineOf({ stages }))
    expect(failed.view.plan?.nodes.map(({ state }) => state)).toEqual(['failed', 'done'])
  })
})
