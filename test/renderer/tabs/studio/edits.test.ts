import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateStage, removeStage, renameStage } from '../../../../src/renderer/tabs/studio/edit/change-stage.ts'
import { connectStages, disconnectStages } from '../../../../src/renderer/tabs/studio/edit/connect-stages.ts'
import { addStage } from '../../../../src/renderer/tabs/studio/edit/new-stage.ts'
import { historyOf, record, redo, undo } from '../../../../src/renderer/tabs/studio/editor/history.ts'
import { placesOf } from '../../../../src/renderer/tabs/studio/graph/places.ts'
import { STAGE_GROUPS } from '../../../../src/renderer/tabs/studio/stages/stage-kind.ts'
import { readText } from '../../../../src/renderer/tabs/studio/text/read-text.ts'
import { linesOfStages } from '../../../../src/renderer/tabs/studio/text/stage-lines.ts'
import { writeText } from '../../../../src/renderer/tabs/studio/text/write-text.ts'
import { Pipeline } from '../../../../src/shared/pipeline.ts'

const TYPES = STAGE_GROUPS.flatMap(({ types }) => [...types])
const DEFAULTS = { tool: 'calculator', pipeline: 'other', question: 'Go on?' }
const empty = Pipeline.parse({ id: 'p', name: 'P', stages: [] })
/** A chain with a stage of each type, each reading the one before. */
const all = TYPES.reduce(
  (pipeline, type) => addStage(pipeline, { type, after: pipeline.stages.at(-1)?.id ?? null, ...DEFAULTS }).pipeline,
  empty,
)

describe('A4 stages are added, linked, renamed and taken away', () => {
  test('a stage of each of the nine kinds is one that the contract takes', () => {
    expect(TYPES).toHaveLength(9)
    expect(Pipeline.parse(all)).toEqual(all)
  })

  test('a link is an input, is drawn once, and goes as it came', () => {
    const two = addStage(addStage(empty, { type: 'code', after: null, ...DEFAULTS }).pipeline, {
      type: 'ask',
      after: null,
      ...DEFAULTS,
    }).pipeline
    const linked = connectStages(two, 'code', 'ask')
    expect(linked.stages[1]?.input).toEqual({ code: 'stages.code' })
    expect(connectStages(linked, 'code', 'ask')).toEqual(linked)
    expect(connectStages(linked, 'ask', 'ask')).toBe(linked)
    expect(disconnectStages(linked, 'code', 'ask', ['code'])).toEqual({ pipeline: two, stillReads: false })
  })

  test('a stage that reads another in its prompt says so instead of losing the link silently', () => {
    const pipeline = Pipeline.parse({
      ...empty,
      stages: [
        { id: 'a', processor: { type: 'transform', expression: '1' } },
        { id: 'b', parallel: true, processor: { type: 'prompt', prompt: 'About {{ stages.a }}' } },
      ],
    })
    expect(disconnectStages(pipeline, 'a', 'b', ['a']).stillReads).toBe(true)
  })

  test('a stage that waits for all above it keeps waiting for the others', () => {
    const stage = (id: string, parallel: boolean) => ({ id, parallel, processor: { type: 'transform', expression: '1' } })
    const pipeline = Pipeline.parse({ ...empty, stages: [stage('a', true), stage('b', true), stage('c', false)] })
    const { pipeline: left } = disconnectStages(pipeline, 'a', 'c', ['a', 'b'])
    expect(left.stages[2]).toMatchObject({ parallel: true, after: ['b'] })
  })

  test('a new id follows everywhere where the old one was read, and nowhere else', () => {
    const pipeline = Pipeline.parse({
      ...empty,
      output: 'stages.a & stages.ab',
      stages: [
        { id: 'a', processor: { type: 'transform', expression: '1' } },
        { id: 'ab', after: ['a'], processor: { type: 'prompt', prompt: '{{ stages.a.x }} a' }, condition: '$exists(stages.`a`)' },
      ],
    })
    const renamed = renameStage(pipeline, 'a', 'first')
    expect(renamed.output).toBe('stages.first & stages.ab')
    expect(renamed.stages[1]).toMatchObject({ id: 'ab', after: ['first'], condition: '$exists(stages.`first`)' })
    expect(renamed.stages[1]?.processor).toMatchObject({ prompt: '{{ stages.first.x }} a' })
    expect(renameStage(renamed, 'first', 'a')).toEqual(pipeline)
  })

  test('a stage that is taken away takes its plain inputs with it; a copy has an id of its own', () => {
    expect(removeStage(all, 'prompt').stages[0]?.input).toEqual({})
    const { pipeline, id } = duplicateStage(all, 'prompt')
    expect(id).toBe('prompt_2')
    expect(new Set(pipeline.stages.map((stage) => stage.id)).size).toBe(10)
  })
})

describe('A4 undo and redo', () => {
  test('every change goes back and forth, typing of one field as one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.constantFrom('name', 'prompt', null), fc.integer({ min: 0, max: 3_000 })), { maxLength: 30 }),
        (steps) => {
          let at = 0
          let history = historyOf({ pipeline: empty, text: null })
          for (const [name, of, later] of steps) {
            at += later
            history = record(history, { pipeline: { ...empty, name }, text: null }, of, at)
          }
          const end = history.now
          const count = history.past.length
          for (let step = 0; step < count; step += 1) history = undo(history)
          expect(history.now.pipeline).toBe(empty)
          for (let step = 0; step < count; step += 1) history = redo(history)
          expect(history.now).toBe(end)
        },
      ),
    )
    let typed = historyOf({ pipeline: empty, text: null })
    for (const [index, name] of ['a', 'ab', 'abc'].entries())
      typed = record(typed, { pipeline: { ...empty, name }, text: null }, 'name', index * 100)
    expect(typed.past).toHaveLength(1)
  })
})

describe('A4 the pipeline as text', () => {
  test.each(['yaml', 'json'] as const)(
    'what is written as %s is read as the same, without what is as it would be anyway',
    async (format) => {
      const text = await writeText(all, format)
      expect(await readText(text, 'p')).toEqual({ pipeline: all, problem: null })
      expect(text).not.toMatch(/priority|maxOutputTokens|format/)
      const lines = linesOfStages(text, all.stages)
      expect([...lines.keys()]).toEqual(all.stages.map(({ id }) => id))
      for (const [id, { from, to }] of lines)
        expect(
          text
            .split('\n')
            .slice(from - 1, to)
            .join('\n'),
        ).toContain(id)
    },
  )

  test('a text that is none says in which line, and why', async () => {
    const broken = await readText('name: P\nstages:\n  - id: a\n    processor: [1', 'p')
    expect(broken.pipeline).toBeNull()
    expect(broken.problem?.line).toBeGreaterThanOrEqual(4)
    const wrong = await readText('name: P\nstages:\n  - id: a\n    processor:\n      type: nothing', 'p')
    expect(wrong.problem).toMatchObject({ line: 5, field: 'stages.0.processor.type' })
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nstages: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`
    expect((await readText(bomb, 'p')).pipeline).toBeNull()
  })
})

describe('A4 the graph', () => {
  test('no stage stands on another, whoever placed them', () => {
    const mixed = {
      ...all,
      stages: all.stages.map((stage, index) => (index % 3 === 0 ? { ...stage, at: { x: index * 210, y: 0 } } : stage)),
    }
    for (const { stages } of [all, mixed]) {
      const links = Object.fromEntries(stages.map(({ id, input }) => [id, Object.keys(input)]))
      const places = [...placesOf(stages, links).values()]
      expect(places).toHaveLength(9)
      for (const [index, a] of places.entries()) {
        for (const b of places.slice(index + 1)) expect(Math.abs(a.x - b.x) >= 164 || Math.abs(a.y - b.y) >= 54).toBe(true)
      }
    }
  })
})
