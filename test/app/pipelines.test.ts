import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PipelineId } from '../../src/shared/ids.ts'
import { Pipeline, StageValue } from '../../src/shared/pipeline.ts'
import { ended, openApp } from './support.ts'

let app: Awaited<ReturnType<typeof openApp>>

beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const draft = Pipeline.parse({
  id: 'brief',
  name: 'Brief',
  stages: [
    { id: 'sum', preset: 'voting', processor: { type: 'prompt', prompt: 'What is {{ input.a }} + {{ input.b }}?' } },
    { id: 'shout', processor: { type: 'transform', expression: '"It is " & stages.sum' } },
  ],
})

describe('B6 pipelines in the app', () => {
  test('are saved, listed, and run on the demo members without any key', async () => {
    await app.client.pipelines.save(draft)
    const { pipelines } = await app.client.app.snapshot()
    expect(pipelines.filter(({ builtIn }) => !builtIn)).toEqual([
      { id: 'brief', name: 'Brief', description: '', stages: 2, builtIn: false },
    ])
    const { runId } = await app.client.pipelines.run({ pipeline: draft, input: { a: 17, b: 25 } })
    const view = await ended(app.client, runId)
    expect(view.outcome).toMatchObject({ kind: 'computed' })
    expect(view.outcome?.answer).toContain('42')
    expect(view.speakers.length).toBeGreaterThan(1)
  })

  test('are read from YAML as they were written, and a bomb is refused', async () => {
    const { text } = await app.client.pipelines.write({ pipeline: draft, format: 'yaml' })
    expect(await app.client.pipelines.read({ text })).toEqual({ pipeline: draft, unknown: [] })
    expect((await app.client.pipelines.read({ text: `${text}colour: red\n` })).unknown).toEqual(['colour'])
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
    ].join('\n')
    await expect(app.client.pipelines.read({ text: bomb })).rejects.toThrow(/no YAML/)
  })

  test('name every field of a file that does not hold', async () => {
    const text = JSON.stringify({ id: 'x', name: '', stages: [{ id: 'A B', processor: { type: 'magic' } }] })
    await expect(app.client.pipelines.read({ text })).rejects.toThrow(/name: Give the pipeline a name.*stages\.0\.id: Use lower-case/s)
  })

  test('with problems can be saved and not run', async () => {
    const broken = Pipeline.parse({
      ...draft,
      id: 'broken',
      stages: [{ id: 'a', processor: { type: 'transform', expression: 'stages.nobody' } }],
    })
    await app.client.pipelines.save(broken)
    const { problems } = await app.client.pipelines.check(broken)
    expect(problems).toMatchObject([{ stage: 'a', field: 'processor.expression', level: 'error' }])
    await expect(app.client.pipelines.run({ pipeline: broken, input: null })).rejects.toThrow(
      /“Brief” cannot run\. a\.processor\.expression/,
    )
    await app.client.pipelines.remove({ id: PipelineId.parse('broken') })
    await expect(app.client.pipelines.get({ id: PipelineId.parse('broken') })).rejects.toThrow(/no pipeline “broken”/)
  })

  test('keep what each stage gave, up to 4,000 characters of it, also within loops and lists', async () => {
    const pipeline = Pipeline.parse({
      ...draft,
      stages: [
        { id: 'sum', processor: { type: 'transform', expression: '{ "sum": input.a + input.b }' } },
        { id: 'checked', processor: { type: 'validate', value: 'stages.sum', schema: { type: 'object' } } },
        { id: 'size', processor: { type: 'branch', cases: [{ name: 'big', when: 'stages.sum.sum > 10' }], otherwise: 'small' } },
        { id: 'each', over: '[1, 2]', processor: { type: 'transform', expression: 'item * 10' } },
        {
          id: 'again',
          processor: {
            type: 'loop',
            most: 3,
            until: 'last >= 2',
            body: [{ id: 'one', processor: { type: 'transform', expression: 'round' } }],
          },
        },
        { id: 'long', processor: { type: 'transform', expression: '$pad("", 5000, "x")' } },
      ],
    })
    const { runId } = await app.client.pipelines.run({ pipeline, input: { a: 17, b: 25 } })
    await ended(app.client, runId)
    const { effects } = await app.client.runs.inspect({ id: runId })
    const values = effects.flatMap(({ path, outcome }) =>
      path.includes('/step:value/') && outcome.ok ? [[path.replace('/step:value/0', ''), StageValue.parse(outcome.value)]] : [],
    )
    const whole = (value: unknown) => ({ value, cutFrom: null })
    expect(Object.fromEntries(values)).toEqual({
      sum: whole({ sum: 42 }),
      checked: whole({ sum: 42 }),
      size: whole('big'),
      'each[0]': whole(10),
      'each[1]': whole(20),
      'again/round-1/one': whole(1),
      'again/round-2/one': whole(2),
      again: whole(2),
      long: { value: 'x'.repeat(4_000), cutFrom: 5_000 },
    })
  })

  test('are priced before they run, presets included; a preset that is gone fails its stage and nothing else', async () => {
    expect(await app.client.pipelines.estimate({ pipeline: draft, input: null })).toEqual({ atMostMicros: 0 })
    const gone = Pipeline.parse({
      ...draft,
      stages: [
        { id: 'lost', parallel: true, preset: 'gone', processor: { type: 'prompt', prompt: 'Hello' } },
        { id: 'other', parallel: true, processor: { type: 'transform', expression: '1' } },
      ],
    })
    expect(await app.client.pipelines.estimate({ pipeline: gone, input: null })).toEqual({ atMostMicros: null })
    const { runId } = await app.client.pipelines.run({ pipeline: gone, input: null })
    const view = await ended(app.client, runId)
    expect(view.error?.message).toContain('gone')
    expect(view.plan?.nodes.map(({ id, state }) => [id, state])).toEqual([
      ['lost', 'failed'],
      ['other', 'done'],
    ])
  })

  test('show how long they take at best', async () => {
    const parallel = Pipeline.parse({
      ...draft,
      stages: ['a', 'b', 'c'].map((id) => ({ id, parallel: true, expectedMs: 1000, processor: { type: 'transform', expression: '1' } })),
    })
    expect(await app.client.pipelines.check(parallel)).toMatchObject({ problems: [], expectedMs: 1000, sequentialMs: 3000 })
  })
})
