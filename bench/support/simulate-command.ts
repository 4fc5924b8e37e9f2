import { planPipeline } from '../../src/main/pipelines/plan-pipeline.ts'
import { readExpression } from '../../src/main/sandbox/read-expression.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { type Pipeline, Stage } from '../../src/shared/pipeline.ts'
import { VirtualClock } from '../../test/support/virtual-clock.ts'
import { openPipelines } from './pipeline-runner.ts'

/** What one run of a command came to. */
export interface CommandFigures {
  /** Virtual ms: one node after the other, as it ran, and as the longest way through its graph allows. */
  readonly sequentialMs: number
  readonly wallMs: number
  readonly criticalMs: number
  /** Asks of different nodes for the same, and those that were served without work. */
  readonly asks: number
  readonly hits: number
  readonly calls: number
  /** Calls whose words were those of an earlier one. */
  readonly redundant: number
  readonly done: boolean
  readonly error: string | null
}

const MODEL = ModelRef.parse('simulated/model')

/** Runs a pipeline whose nodes take as long as their stages say, in virtual time. `faults` is the share of calls that fail for a while. */
export async function simulateCommand(pipeline: Pipeline, faults = 0, random: () => number = Math.random): Promise<CommandFigures> {
  const clock = new VirtualClock()
  const simulated: Pipeline = {
    ...pipeline,
    model: MODEL,
    stages: pipeline.stages.map((stage) => Stage.parse({ ...stage, model: MODEL, preset: undefined })),
  }
  const byId = new Map(simulated.stages.map((stage) => [stage.id, stage]))
  const callsOf = new Map<string, number>()
  const words = new Set<string>()
  let redundant = 0
  const answers = answersThatHold(simulated)
  const { pipelines, runner } = await openPipelines({
    clock,
    answer: async ({ request, signal }) => {
      const stage = byId.get(request.speaker)
      await clock.sleep(stage?.expectedMs ?? 0, signal)
      if (random() < faults) throw new TuttiError('vendor-error', 'An injected fault.')
      callsOf.set(request.speaker, (callsOf.get(request.speaker) ?? 0) + 1)
      const said = JSON.stringify([request.system, request.turns])
      if (words.has(said)) redundant += 1
      words.add(said)
      return answers.get(request.speaker) ?? `What ${request.speaker} found.`
    },
  })
  const begun = clock.now()
  const { runId } = await pipelines.start({ pipeline: simulated, input: 'The request.', allowNoPrice: true })
  const live = runner.live(runId)
  await runner.ended(runId)
  const view = live?.log.view
  const wallMs = clock.now() - begun
  const ended = new Map((view?.plan?.nodes ?? []).map(({ id, state }) => [id, state]))
  const ran = simulated.stages.filter(({ id }) => ended.get(id) === 'done')
  const sequentialMs = ran.reduce((sum, { expectedMs }) => sum + expectedMs, 0)
  // Nodes that were skipped take no time on the longest way either.
  const skipped = simulated.stages.map((stage) => (ran.includes(stage) ? stage : { ...stage, expectedMs: 0 }))
  const { links } = planPipeline({ ...simulated, stages: skipped, limit: 64 }, readExpression)
  return {
    sequentialMs,
    wallMs,
    criticalMs: longestWay(skipped, links),
    ...contextUse(ran, links, callsOf),
    calls: [...callsOf.values()].reduce((sum, count) => sum + count, 0),
    redundant,
    done: view?.state === 'done',
    error: view?.error?.message ?? null,
  }
}

function longestWay(stages: readonly Stage[], links: Readonly<Record<string, readonly string[]>>): number {
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  const known = new Map<string, number>()
  const until = (id: string): number => {
    const found = known.get(id)
    if (found !== undefined) return found
    const ms = (byId.get(id)?.expectedMs ?? 0) + Math.max(0, ...(links[id] ?? []).map(until))
    known.set(id, ms)
    return ms
  }
  return Math.max(0, ...stages.map(({ id }) => until(id)))
}

/** Of what several nodes ask for: who reads a step is served by its one call, and who shares a key by that of the first. */
function contextUse(ran: readonly Stage[], links: Readonly<Record<string, readonly string[]>>, callsOf: ReadonlyMap<string, number>) {
  let asks = 0
  let hits = 0
  const readers = new Map<string, number>()
  for (const { id } of ran) for (const from of links[id] ?? []) readers.set(from, (readers.get(from) ?? 0) + 1)
  for (const [id, count] of readers) {
    if (count < 2) continue
    asks += count
    hits += count - Math.max(0, (callsOf.get(id) ?? 0) - 1)
  }
  const groups = new Map<string, Stage[]>()
  for (const stage of ran) if (stage.once) groups.set(stage.once.key, [...(groups.get(stage.once.key) ?? []), stage])
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const calls = group.reduce((sum, { id }) => sum + (callsOf.get(id) ?? 0), 0)
    asks += group.length - 1
    hits += group.length - Math.max(1, calls)
  }
  return { asks, hits }
}

const COMPARISON = /stages\.(\w+)\.(`[^`]+`|\w+)((?:\.(?:`[^`]+`|\w+))*)(?: (=|!=|>=|<=|>|<) ("(?:[^"\\]|\\.)*"|[\d.]+|true|false|null))?/g

/** Answers with which every condition holds, so that every node of the graph is measured. */
function answersThatHold({ stages }: Pipeline): Map<string, string> {
  const answers = new Map<string, Record<string, unknown>>()
  for (const { id, processor } of stages) {
    if (processor.type !== 'prompt' || processor.output !== 'json') continue
    const required = processor.schema?.required
    answers.set(id, Object.fromEntries((Array.isArray(required) ? required : []).map((field) => [String(field), `What ${id} found.`])))
  }
  for (const { condition } of stages) {
    for (const [, id = '', field = '', rest = '', operator, literal] of (condition ?? '').matchAll(COMPARISON)) {
      const steps = [field, ...rest.split('.').slice(1)].map((step) => step.replaceAll('`', ''))
      const value = operator === undefined || literal === undefined ? true : holding(operator, JSON.parse(literal))
      const nested = steps.slice(1).reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)
      answers.set(id, { ...answers.get(id), [steps[0] ?? '']: nested })
    }
  }
  return new Map([...answers].map(([id, answer]) => [id, JSON.stringify(answer)]))
}

function holding(operator: string, literal: unknown): unknown {
  if (operator === '!=') return `not ${String(literal)}`
  if (typeof literal !== 'number') return literal
  return operator === '>' ? literal + 1 : operator === '<' ? literal - 1 : literal
}
