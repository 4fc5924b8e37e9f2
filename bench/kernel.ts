import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { RunTopics } from '../src/main/api/run-topics.ts'
import { Bus } from '../src/main/bus/bus.ts'
import { identity } from '../src/main/guard/identity.ts'
import { guardian } from '../src/main/guard/policies/guardian.ts'
import { Ledger } from '../src/main/kernel/budget.ts'
import { road } from '../src/main/kernel/call.ts'
import { systemClock } from '../src/main/kernel/clock.ts'
import type { Orchestrator, RunContext } from '../src/main/kernel/context.ts'
import type { Journal, RunRecord } from '../src/main/kernel/journal.ts'
import { Latencies } from '../src/main/kernel/latencies.ts'
import { budget } from '../src/main/kernel/links/budget.ts'
import { candidates } from '../src/main/kernel/links/candidates.ts'
import { journal } from '../src/main/kernel/links/journal.ts'
import { keepText } from '../src/main/kernel/links/keep-text.ts'
import { resources } from '../src/main/kernel/links/resources.ts'
import { Accounts } from '../src/main/kernel/resources/accounts.ts'
import { Resources } from '../src/main/kernel/resources/resources.ts'
import { Runner, runnable } from '../src/main/kernel/runner.ts'
import { CircuitBreakers } from '../src/main/models/links/circuit-breakers.ts'
import { settle } from '../src/main/models/links/settle.ts'
import { createModelRegistry, NO_RECORDS } from '../src/main/models/model-registry.ts'
import { openStore } from '../src/main/store/open-store.ts'
import { ModelRef, ProviderId, RunId } from '../src/shared/ids.ts'
import type { ModelRequest } from '../src/shared/model.ts'
import { Policies } from '../src/shared/policies.ts'
import type { Outcome } from '../src/shared/run.ts'
import { Budgets } from '../src/shared/settings.ts'
import { median, report } from './support/report.ts'

/** What a model call costs the processor on the whole road, the provider apart: in memory, journaled in a chain and at a fan-out. */

const STEPS = 4_000
const FAN = 100
const ROUNDS = 5
const MODEL = ModelRef.parse('local/model')
const WORDS = 'word '.repeat(200)

const clock = systemClock
const registry = createModelRegistry({
  providers: () => [
    {
      id: ProviderId.parse('local'),
      kind: 'compatible',
      name: 'Local',
      baseUrl: 'http://127.0.0.1:1/v1',
      concurrency: 200,
      requestsPerMinute: null,
      tokensPerMinute: null,
      local: true,
      enabled: true,
    },
  ],
  keyOf: () => null,
  records: () => ({ ...NO_RECORDS, typed: [MODEL] }),
})
await registry.load()

/** Keeps nothing: what is left is the road. */
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

const request = (number: number): ModelRequest => ({
  ...{ speaker: `m${number}`, model: MODEL, fallbacks: [], tools: [], parameters: {}, maxOutputTokens: 500, sample: 0, timeoutMs: 60_000 },
  turns: [{ role: 'user', parts: [{ type: 'text', text: `${WORDS}${number}` }] }],
})

function runnerOver(store: Journal, work: (ctx: RunContext) => Promise<void>): Runner {
  const orchestrator: Orchestrator<unknown, Outcome> = {
    id: 'bench',
    version: 1,
    input: z.unknown(),
    run: async (ctx) => {
      await work(ctx)
      return { answer: '', kind: 'first', by: null, groups: [], agreement: null, summary: '' }
    },
  }
  const ledger = new Ledger(clock, () => Budgets.parse({}), { today: 0, month: 0 })
  const { quote } = registry
  const policies = Policies.parse({})
  const shared = new Resources(clock)
  const topics = new RunTopics(new Bus({ clock }))
  const links = [
    ...[
      journal,
      candidates(clock),
      identity,
      guardian({
        policies: () => policies,
        receiver: () => ({ name: 'Vendor', local: false }),
        attachment: () => Promise.reject(new Error('There are no attachments.')),
        secrets: () => [],
      }),
      new CircuitBreakers({ registry, clock }).link,
      resources({
        resources: shared,
        accounts: new Accounts(shared, clock),
        endpointOf: (ref) => registry.provider(ref),
        tokensOf: () => 500,
      }),
    ],
    ...[budget({ ledger, quote, journal: store, clock }), keepText({ journal: store, clock, quote }), settle(registry, new Latencies())],
  ]
  const ask = road(links, async (call) => {
    call.onDelta('text', 'An answer.')
    const usage = { input: 250, cacheRead: 0, cacheWrite: 0, output: 3, reasoning: 0, estimated: false }
    const empty = { reasoning: '', toolCalls: [], citations: [], notes: [], vendorCostMicros: null }
    return { ...empty, model: MODEL, text: 'An answer.', stop: 'end', usage, costMicros: null, firstTokenMs: 1, totalMs: 2, attempts: 1 }
  })
  return new Runner({
    ...{
      journal: store,
      clock,
      ledger,
      ask,
      allowNoPrice: () => false,
      onChange: () => {},
      onFault: (error: Error) => console.error(error),
      topicOf: (id: RunId, after: number) => topics.open(id, after),
    },
    orchestrators: [runnable(orchestrator)],
    resources: shared,
    tools: (name) => {
      throw new Error(name)
    },
  })
}

async function runOnce(store: Journal, id: string, work: (ctx: RunContext) => Promise<void>): Promise<number> {
  const runner = runnerOver(store, work)
  const record: RunRecord = {
    ...{
      id: RunId.parse(id),
      parentId: null,
      forkOf: null,
      orchestrator: 'bench',
      orchestratorVersion: 1,
      appVersion: '0',
      seed: id,
      input: null,
    },
    ...{
      title: id,
      state: 'running',
      budgetMicros: null,
      allowNoPrice: false,
      conversationId: null,
      messageId: null,
      startedAt: clock.now(),
    },
  }
  const begun = performance.now()
  await runner.start({
    record,
    started: {
      ...{ type: 'run-started', conversationId: null, messageId: null, title: id, presetId: null, presetName: '', strategy: 'parallel' },
      ...{ speakers: [], budgetMicros: null },
    },
    store: ({ events }) => store.createRun(record, events),
  })
  await runner.ended(record.id)
  return performance.now() - begun
}

const chain = async (ctx: RunContext) => {
  for (let step = 0; step < STEPS; step += 1) await ctx.model(request(step))
}
const fan = async (ctx: RunContext) => {
  for (let round = 0; round < STEPS / FAN; round += 1) {
    const tasks = Array.from({ length: FAN }, (_, index) => ({
      key: `${round}-${index}`,
      run: (branch: RunContext) => branch.model(request(index)),
    }))
    await ctx.all(tasks)
  }
}

// As the product opens it: checkpoints are another thread's work.
const stored = await openStore({ home: mkdtempSync(join(tmpdir(), 'tutti-bench-')), clock, appVersion: '0' })
const sqlite = stored.journal
const micros = async (store: Journal, name: string, work: (ctx: RunContext) => Promise<void>) => {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) times.push(((await runOnce(store, `${name}-${round}`, work)) * 1000) / STEPS)
  return median(times.slice(1))
}

const memoryStep = await micros(inMemory, 'memory', chain)
const chainStep = await micros(sqlite, 'chain', chain)
const fanStep = await micros(sqlite, 'fan', fan)

/** A run of 10,000 finished effects that was interrupted at its end. */
async function resumeTime(): Promise<number> {
  const effects = 10_000
  const steps = async (ctx: RunContext) => {
    for (let step = 0; step < effects; step += 1) await ctx.step('work', async () => step)
  }
  await runOnce(sqlite, 'resume', steps)
  await sqlite.commit({ runId: RunId.parse('resume'), state: 'running' })
  const begun = performance.now()
  const runner = runnerOver(sqlite, steps)
  const [id] = await runner.resumeAll()
  if (id !== undefined) await runner.ended(id)
  return performance.now() - begun
}
const resume = await resumeTime()
await stored.close()

report('kernel', [
  { name: 'step on the whole road, in memory', value: Math.round(memoryStep * 10) / 10, unit: 'µs', goal: 40 },
  { name: 'step journaled in a chain', value: Math.round(chainStep * 10) / 10, unit: 'µs', goal: 150 },
  { name: 'step journaled at a fan-out of 100', value: Math.round(fanStep * 10) / 10, unit: 'µs', goal: 60 },
  { name: 'resuming a run with 10,000 finished effects', value: Math.round(resume * 10) / 10, unit: 'ms', goal: 1000 },
])
