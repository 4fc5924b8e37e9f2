import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Tool } from '../../../src/main/kernel/tool.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { type Pipeline, Stage } from '../../../src/shared/pipeline.ts'
import { echo, pipelineOf, runPipeline, sandbox } from './support.ts'

afterAll(() => sandbox.close())

/** A random graph of prompts: each stage reads some of those above it. */
const graph = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, at) =>
      fc.record({
        reads: fc.subarray(Array.from({ length: at }, (__, before) => before)),
        /** How often it fails before it answers. */
        failures: fc.integer({ min: 0, max: 3 }),
        attempts: fc.integer({ min: 1, max: 4 }),
      }),
    ),
  ),
)
type Drawn = readonly { readonly reads: readonly number[]; readonly failures: number; readonly attempts: number }[]

const idOf = (at: number) => `s${at}`

function stagesOf(drawn: Drawn, more: (at: number) => Record<string, unknown> = () => ({})) {
  return drawn.map(({ reads, attempts }, at) =>
    Stage.parse({
      id: idOf(at),
      parallel: true,
      processor: { type: 'tool', tool: 'work', arguments: { stage: `"${idOf(at)}"` } },
      input: Object.fromEntries(reads.map((from) => [idOf(from), `stages.${idOf(from)}`])),
      retry: { attempts, delayMs: 1 },
      ...more(at),
    }),
  )
}

/** Calls by stage, and a tool that fails for each stage as often as it was drawn to. */
function faulty(drawn: Drawn) {
  const calls = new Map<string, number>()
  const work = toolOf('work', (stage) => {
    const count = (calls.get(stage) ?? 0) + 1
    calls.set(stage, count)
    if (count <= (drawn[Number(stage.slice(1))]?.failures ?? 0)) throw new TuttiError('vendor-error', `${stage} failed.`)
  })
  return { calls, work }
}

/** A tool that is told which stage calls it. */
function toolOf(name: string, told: (stage: string) => void): Tool {
  return {
    name,
    readOnly: false,
    idempotent: true,
    leaves: false,
    run: async (input) => {
      const { stage } = z.object({ stage: z.string() }).parse(input)
      told(stage)
      return { content: stage }
    },
  }
}

async function run(pipeline: Pipeline, options: Parameters<typeof runPipeline>[1]) {
  const result = await runPipeline(pipeline, options)
  result.close()
  return result
}

/** A prompt with what a stage reads. */
function readsOf(drawn: Drawn, at: number): string {
  return [idOf(at), ...(drawn[at]?.reads ?? []).map((from) => `{{ stages.${idOf(from)} }}`)].join(' ')
}

/** Whether a stage, and all that it needs, gets through its failures. */
function survives(drawn: Drawn, at: number): boolean {
  const { failures = 0, attempts = 1, reads = [] } = drawn[at] ?? {}
  return failures < attempts && reads.every((from) => survives(drawn, from))
}

const RUNS = { numRuns: 15 }

describe('B6 what stages promise, over random graphs', () => {
  test('a retry re-runs its stage alone: every stage is asked once for each of its own failures and once more', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const { calls, work } = faulty(drawn)
        const { view } = await run(pipelineOf({ stages: stagesOf(drawn) }), { tools: [work] })
        for (const [at, { failures, attempts, reads }] of drawn.entries()) {
          const isReached = reads.every((from) => survives(drawn, from))
          expect([at, calls.get(idOf(at)) ?? 0]).toEqual([at, isReached ? Math.min(failures + 1, attempts) : 0])
        }
        expect(view.state).toBe(drawn.every((_, at) => survives(drawn, at)) ? 'done' : 'failed')
      }),
      RUNS,
    )
  })

  test('a failure ends what needs it and nothing else, and what was done is undone in reverse order of its ends', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (drawn) => {
        const { work } = faulty(drawn)
        const undone: string[] = []
        const undo = toolOf('undo', (stage) => undone.push(stage))
        const stages = stagesOf(drawn, (at) => ({ compensation: { type: 'tool', tool: 'undo', arguments: { stage: `"${idOf(at)}"` } } }))
        const { view } = await run(pipelineOf({ stages }), { tools: [work, undo] })
        const done = drawn.flatMap((_, at) => (survives(drawn, at) ? [idOf(at)] : []))
        const states = new Map(view.plan?.nodes.map(({ id, state }) => [id, state]))
        expect([...states].flatMap(([id, state]) => (state === 'done' ? [id] : [])).toSorted()).toEqual(done.toSorted())
        const isWhole = done.length === drawn.length
        expect(undone.toSorted()).toEqual(isWhole ? [] : done.toSorted())
        // Whoever read a stage is undone before it.
        for (const [at, { reads }] of drawn.entries()) {
          for (const from of reads) {
            if (undone.includes(idOf(at))) expect(undone.indexOf(idOf(at))).toBeLessThan(undone.indexOf(idOf(from)))
          }
        }
      }),
      RUNS,
    )
  })

  test('a cached stage is asked once for each different question, whatever its neighbours do', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.array(fc.constantFrom('rain', 'snow', 'wind'), { minLength: 1, maxLength: 4 }), async (drawn, inputs) => {
        const cache = new Map<string, unknown>()
        const calm = drawn.map((stage) => ({ ...stage, failures: 0 }))
        const stages = stagesOf(calm, (at) => ({
          cache: {},
          processor: { type: 'prompt', prompt: at === 0 ? '{{ input }}' : readsOf(calm, at) },
        }))
        const answers = new Map<string, unknown>()
        const asked = new Set<string>()
        for (const input of inputs) {
          const seen: string[] = []
          const { value } = await run(pipelineOf({ stages }), {
            input,
            cache,
            script: async (call) => {
              const { text } = await echo(call)
              seen.push(`${call.request.speaker} ${text}`)
              return { text }
            },
          })
          for (const question of seen) {
            expect(asked.has(question)).toBe(false)
            asked.add(question)
          }
          if (answers.has(input)) expect(value).toEqual(answers.get(input))
          answers.set(input, value)
        }
      }),
      RUNS,
    )
  })

  test('a stage runs exactly where its condition holds, and who reads a skipped one finds nothing there', async () => {
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 9 }),
        async (drawn, limits, input) => {
          const calm = drawn.map((stage) => ({ ...stage, failures: 0 }))
          const { calls, work } = faulty(calm)
          const stages = stagesOf(calm, (at) => ({ condition: `input >= ${limits[at]}` }))
          const { view } = await run(pipelineOf({ stages }), { tools: [work], input })
          for (const at of calm.keys()) {
            const holds = input >= (limits[at] ?? 0)
            expect([at, calls.get(idOf(at)) ?? 0]).toEqual([at, holds ? 1 : 0])
            expect(view.plan?.nodes.find(({ id }) => id === idOf(at))?.state).toBe(holds ? 'done' : 'skipped')
          }
          expect(view.state).toBe('done')
        },
      ),
      RUNS,
    )
  })

  test('work under one key is done once by whoever comes first, and tried again where that one fails for a while', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 2 }), async (size, failures) => {
        let calls = 0
        const stages = Array.from({ length: size }, (_, at) =>
          Stage.parse({
            id: idOf(at),
            parallel: true,
            once: { key: 'facts' },
            retry: { attempts: 4, delayMs: 1 },
            processor: { type: 'prompt', prompt: 'Find the facts.' },
          }),
        )
        const { view } = await run(pipelineOf({ stages }), {
          script: async () => {
            calls += 1
            if (calls <= failures) throw new TuttiError('vendor-error', 'Not now.')
            return { text: 'Facts.' }
          },
        })
        expect([view.state, calls]).toEqual(['done', failures + 1])
      }),
      RUNS,
    )
  })

  test('a lock of so many places lets so many in at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }), async (size, places) => {
        let [within, most] = [0, 0]
        const stages = Array.from({ length: size }, (_, at) =>
          Stage.parse({
            id: idOf(at),
            parallel: true,
            resources: [{ name: `desk ${size} ${places}` }],
            processor: { type: 'prompt', prompt: idOf(at) },
          }),
        )
        await run(pipelineOf({ stages, resources: { [`desk ${size} ${places}`]: places } }), {
          script: async (call) => {
            within += 1
            most = Math.max(most, within)
            await new Promise((resolve) => setImmediate(resolve))
            within -= 1
            return echo(call)
          },
        })
        expect(most).toBe(Math.min(size, places))
      }),
      RUNS,
    )
  })
})
