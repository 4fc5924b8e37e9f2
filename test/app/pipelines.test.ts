import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PipelineId } from '../../src/shared/ids.ts'
import { Pipeline } from '../../src/shared/pipeline.ts'
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

  test('show how long they take at best', async () => {
    const parallel = Pipeline.parse({
      ...draft,
      stages: ['a', 'b', 'c'].map((id) => ({ id, parallel: true, expectedMs: 1000, processor: { type: 'transform', expression: '1' } })),
    })
    expect(await app.client.pipelines.check(parallel)).toMatchObject({ problems: [], expectedMs: 1000, sequentialMs: 3000 })
  })
})
