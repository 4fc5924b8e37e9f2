import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { RunTopics } from '../../../src/main/api/run-topics.ts'
import { watchRun } from '../../../src/main/api/watch-run.ts'
import { Bus } from '../../../src/main/bus/bus.ts'
import { Ledger } from '../../../src/main/kernel/budget.ts'
import { type Call, type Next, road } from '../../../src/main/kernel/call.ts'
import { type Clock, systemClock } from '../../../src/main/kernel/clock.ts'
import type { Orchestrator, RunContext } from '../../../src/main/kernel/context.ts'
import type { EffectRecord, RunRecord } from '../../../src/main/kernel/journal.ts'
import { budget, type Quote } from '../../../src/main/kernel/links/budget.ts'
import { candidates } from '../../../src/main/kernel/links/candidates.ts'
import { journal } from '../../../src/main/kernel/links/journal.ts'
import { keepText } from '../../../src/main/kernel/links/keep-text.ts'
import { type LimitParts, limits } from '../../../src/main/kernel/links/limits.ts'
import { resources } from '../../../src/main/kernel/links/resources.ts'
import { Accounts } from '../../../src/main/kernel/resources/accounts.ts'
import { Resources } from '../../../src/main/kernel/resources/resources.ts'
import { Runner, runnable } from '../../../src/main/kernel/runner.ts'
import type { FindTool } from '../../../src/main/kernel/tool.ts'
import { ContextStore } from '../../../src/main/store/context-store.ts'
import { openDatabase } from '../../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../../src/main/store/sqlite-journal.ts'
import { ModelRef, RunId, splitModelRef } from '../../../src/shared/ids.ts'
import { type ModelAnswer, type ModelRequest, NO_USAGE } from '../../../src/shared/model.ts'
import type { Outcome, RunEvent } from '../../../src/shared/run.ts'
import { Budgets } from '../../../src/shared/settings.ts'

/** What the scripted end of the road does with a call. */
export type Script = (call: Call) => Promise<{ text: string; costMicros?: number }>

export interface KernelOptions {
  readonly home?: string
  readonly script: Script
  readonly run: (ctx: RunContext) => Promise<string>
  readonly version?: number
  readonly limits?: Partial<Budgets>
  readonly concurrency?: number
  readonly quote?: (request: ModelRequest) => Quote | null
  readonly cheaper?: LimitParts['cheaper']
  readonly clock?: Clock
  readonly tools?: FindTool
  /** A real end of the road in place of the script. */
  readonly end?: Next
}

const noTools: FindTool = (name) => {
  throw new Error(`There is no tool ${name}.`)
}

/** Waits that would slow a test down are shortened, not skipped. */
const quickClock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal) }

/** The kernel over a real SQLite file; only the end of the road is scripted. */
export function openKernel(options: KernelOptions) {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'tutti-kernel-'))
  const clock = options.clock ?? quickClock
  const { database } = openDatabase({ path: join(home, 'tutti.db'), now: clock.now(), appVersion: '0' })
  const store = new SqliteJournal(database)
  const context = new ContextStore(database, clock)
  const ledger = new Ledger(clock, () => Budgets.parse(options.limits ?? {}), { today: 0, month: 0 })
  const quote = options.quote ?? (() => ({ atMostMicros: 100, soFarMicros: () => 10 }))
  const calls: Call[] = []
  const shared = new Resources(clock)
  const faults: Error[] = []
  const topics = new RunTopics(new Bus({ clock }))
  const orchestrator: Orchestrator<unknown, Outcome> = {
    id: 'test',
    version: options.version ?? 1,
    input: z.unknown(),
    run: async (ctx) => outcome(await options.run(ctx)),
  }
  const endpoint = (model: ModelRef) => ({ id: splitModelRef(model).provider, name: 'Test', concurrency: options.concurrency ?? 64 })
  const runner: Runner = new Runner({
    journal: store,
    clock,
    ledger,
    allowNoPrice: () => false,
    orchestrators: [runnable(orchestrator)],
    onChange: () => {},
    onFault: (error) => faults.push(error),
    topicOf: (id, after) => topics.open(id, after),
    resources: shared,
    memory: context,
    tools: options.tools ?? noTools,
    ask: road(
      [
        journal,
        candidates(clock),
        limits({ ledger, cheaper: options.cheaper ?? (() => null) }),
        resources({ resources: shared, accounts: new Accounts(shared, clock), endpointOf: endpoint, tokensOf: () => 100 }),
        budget({ ledger, quote, journal: store, clock }),
        keepText({ journal: store, clock, quote }),
      ],
      async (call) => {
        calls.push(call)
        return options.end ? options.end(call) : answerOf(call, await options.script(call))
      },
    ),
  })
  const start = async (record: Partial<RunRecord> = {}, kept: readonly EffectRecord[] = []) => {
    const run: RunRecord = { ...RUN, id: RunId.parse(clock.id()), startedAt: clock.now(), ...record }
    await runner.start({ record: run, kept, started: STARTED, store: ({ events, effects }) => save(run, events, effects) })
    return run.id
  }
  async function save(run: RunRecord, events: readonly RunEvent[], effects: readonly EffectRecord[]): Promise<void> {
    await Promise.all([store.createRun(run, events), ...effects.map((effect) => store.commit({ runId: run.id, effect }))])
  }
  const watch = (id: RunId, after: number | null = 0) => watchRun({ runner, topics }, id, after)
  return { home, context, faults, runner, watch, ledger, journal: store, calls, start, close: () => database.close() }
}

/** A request for `speaker`, to model `test/<name>`. */
export function request(speaker: string, change: Partial<ModelRequest> = {}): ModelRequest {
  return {
    speaker,
    model: ModelRef.parse(`test/${speaker}`),
    fallbacks: [],
    turns: [{ role: 'user', parts: [{ type: 'text', text: 'hello' }] }],
    tools: [],
    parameters: {},
    maxOutputTokens: 100,
    sample: 0,
    timeoutMs: 1000,
    ...change,
  }
}

function answerOf(call: Call, said: { text: string; costMicros?: number }): ModelAnswer {
  call.onDelta('text', said.text)
  return {
    model: call.request.model,
    text: said.text,
    reasoning: '',
    toolCalls: [],
    citations: [],
    stop: 'end',
    usage: NO_USAGE,
    costMicros: said.costMicros ?? 10,
    vendorCostMicros: null,
    firstTokenMs: 1,
    totalMs: 2,
    attempts: 1,
    notes: [],
  }
}

function outcome(answer: string): Outcome {
  return { answer, kind: 'first', by: null, groups: [], agreement: null, summary: '' }
}

const RUN: Omit<RunRecord, 'id' | 'startedAt'> = {
  parentId: null,
  forkOf: null,
  orchestrator: 'test',
  orchestratorVersion: 1,
  appVersion: '0',
  seed: 'seed',
  input: null,
  title: 'Test',
  state: 'running',
  budgetMicros: null,
  allowNoPrice: false,
  conversationId: null,
  messageId: null,
}

const STARTED = {
  type: 'run-started' as const,
  conversationId: null,
  messageId: null,
  title: 'Test',
  presetId: null,
  presetName: 'Test',
  strategy: 'parallel' as const,
  budgetMicros: null,
  speakers: ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({
    id,
    role: 'member' as const,
    number: index + 1,
    model: ModelRef.parse(`test/${id}`),
    label: id,
    provider: 'test',
    simulated: false,
  })),
}
