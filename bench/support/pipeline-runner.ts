import { RunTopics } from '../../src/main/api/run-topics.ts'
import { Bus } from '../../src/main/bus/bus.ts'
import { Ledger } from '../../src/main/kernel/budget.ts'
import { type Call, road } from '../../src/main/kernel/call.ts'
import type { Clock } from '../../src/main/kernel/clock.ts'
import type { Journal } from '../../src/main/kernel/journal.ts'
import { journal } from '../../src/main/kernel/links/journal.ts'
import { Resources } from '../../src/main/kernel/resources/resources.ts'
import { Runner, runnable } from '../../src/main/kernel/runner.ts'
import { pipelineOrchestrator } from '../../src/main/orchestrators/pipeline/pipeline.ts'
import type { Computing } from '../../src/main/orchestrators/pipeline/services.ts'
import { Pipelines } from '../../src/main/pipelines/pipelines.ts'
import { resultCache } from '../../src/main/pipelines/result-cache.ts'
import { evaluate } from '../../src/main/sandbox/evaluate.ts'
import { readExpression } from '../../src/main/sandbox/read-expression.ts'
import { type ModelAnswer, NO_USAGE } from '../../src/shared/model.ts'
import { Budgets, Settings } from '../../src/shared/settings.ts'

/** Keeps nothing: what is left is the work of the orchestrator and the kernel. */
const inMemory: Journal = {
  createRun: async () => {},
  commit: async () => {},
  history: async () => null,
  events: async () => null,
  recent: async () => [],
  unfinished: async () => [],
  spentSince: async () => 0,
  dearestRunSince: async () => 0,
}

/** Expressions in this thread: virtual time must not pass while another thread computes. */
const here: Computing = {
  evaluate: (request) => evaluate({ type: 'evaluate', ...request }),
  validate: async () => [],
  code: () => Promise.reject(new Error('No code in a bench.')),
}

export interface SimulationParts {
  readonly clock: Clock
  /** What a call gives, after however long it takes. */
  readonly answer: (call: Call) => Promise<string>
  readonly computing?: Computing
  readonly journal?: Journal
}

/** Saved pipelines over the real orchestrator, scheduler and road; only the end of the road is simulated. */
export async function openPipelines({ clock, answer, computing = here, journal: kept = inMemory }: SimulationParts) {
  const topics = new RunTopics(new Bus({ clock }))
  const ledger = new Ledger(clock, () => Budgets.parse({}), { today: 0, month: 0 })
  const pipelineOf = (id: string): never => {
    throw new Error(`There is no pipeline ${id}.`)
  }
  const runner = new Runner({
    journal: kept,
    clock,
    ledger,
    allowNoPrice: () => true,
    orchestrators: [
      runnable(
        pipelineOrchestrator({
          computing,
          reader: async () => readExpression,
          cache: resultCache(),
          random: () => 0.5,
          pipeline: pipelineOf,
          agent: (name) => ({ instructions: `You are ${name}.`, tools: [], model: null }),
          offer: () => [],
          permission: () => 'never',
          askPreset: () => Promise.reject(new Error('No presets in a bench.')),
        }),
      ),
    ],
    onChange: () => {},
    onFault: (error) => console.error(error),
    topicOf: (id, after) => topics.open(id, after),
    resources: new Resources(clock),
    tools: pipelineOf,
    ask: road([journal], async (call) => answerOf(call, await answer(call))),
  })
  const pipelines = await Pipelines.load({
    repository: { pipelines: async () => [], savePipeline: async () => {}, removePipeline: async () => {} },
    builtIn: [],
    runner,
    journal: kept,
    clock,
    ledger,
    appVersion: '0',
    reader: async () => readExpression,
    agent: async (name) => ({ instructions: `You are ${name}.`, tools: [], model: null }),
    prepare: async () => undefined,
    preset: pipelineOf,
    defaultPreset: () => pipelineOf('default'),
    models: () => [],
    settings: () => Settings.parse({}),
    tokens: () => 0,
    cost: () => null,
    onChange: () => {},
  })
  return { runner, pipelines }
}

function answerOf({ request }: Call, text: string): ModelAnswer {
  const empty = { reasoning: '', toolCalls: [], citations: [], notes: [], vendorCostMicros: null, costMicros: null }
  return { ...empty, model: request.model, text, stop: 'end', usage: NO_USAGE, firstTokenMs: 1, totalMs: 2, attempts: 1 }
}
