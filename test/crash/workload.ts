import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RunTopics } from '../../src/main/api/run-topics.ts'
import { Bus } from '../../src/main/bus/bus.ts'
import { Ledger } from '../../src/main/kernel/budget.ts'
import { road } from '../../src/main/kernel/call.ts'
import { systemClock } from '../../src/main/kernel/clock.ts'
import type { Orchestrator, RunContext } from '../../src/main/kernel/context.ts'
import { NODE_DEFAULTS } from '../../src/main/kernel/dag/node.ts'
import type { RunRecord } from '../../src/main/kernel/journal.ts'
import { Latencies } from '../../src/main/kernel/latencies.ts'
import { budget } from '../../src/main/kernel/links/budget.ts'
import { candidates, DEFAULT_RETRY } from '../../src/main/kernel/links/candidates.ts'
import { journal } from '../../src/main/kernel/links/journal.ts'
import { keepText } from '../../src/main/kernel/links/keep-text.ts'
import { resources } from '../../src/main/kernel/links/resources.ts'
import { Accounts } from '../../src/main/kernel/resources/accounts.ts'
import { Resources } from '../../src/main/kernel/resources/resources.ts'
import type { WorkNode } from '../../src/main/kernel/run-dag.ts'
import { Runner, runnable } from '../../src/main/kernel/runner.ts'
import type { Tool } from '../../src/main/kernel/tool.ts'
import { providerEnd } from '../../src/main/models/links/provider-end.ts'
import { settle } from '../../src/main/models/links/settle.ts'
import { createModelRegistry, NO_RECORDS } from '../../src/main/models/model-registry.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { ModelRef, ProviderId, RunId } from '../../src/shared/ids.ts'
import type { Outcome } from '../../src/shared/run.ts'
import { Budgets, type Provider } from '../../src/shared/settings.ts'

/** A process that is meant to be killed: it starts (or goes on with) mixed runs and says when all have ended. */

const [home = '', server = '', count = '6', limit = '0'] = process.argv.slice(2)
const RUN_LIMIT_MICROS = Number(limit)
const PROVIDER: Provider = {
  id: ProviderId.parse('vendor'),
  kind: 'compatible',
  name: 'Vendor',
  baseUrl: server,
  concurrency: 8,
  requestsPerMinute: null,
  tokensPerMinute: null,
  local: false,
  enabled: true,
}

const MODEL = ModelRef.parse('vendor/model')
const written = join(home, 'written.txt')
const clock = systemClock
const store = await openStore({ home, clock, appVersion: '0' })
const registry = createModelRegistry({
  providers: () => [PROVIDER],
  keyOf: () => 'key',
  records: () => ({ ...NO_RECORDS, typed: [MODEL], prices: { [MODEL]: { inputPerMillion: 10, outputPerMillion: 30, source: 'user' } } }),
})
await registry.load()

const write: Tool = {
  name: 'write',
  readOnly: false,
  idempotent: false,
  leaves: false,
  run: async (input, { idempotencyKey }) => {
    await clock.sleep(5)
    appendFileSync(written, `${idempotencyKey} ${String(input)}\n`)
    await clock.sleep(5)
    return { content: 'written' }
  },
}

const Input = z.object({ name: z.string(), fails: z.boolean() })
type Input = z.infer<typeof Input>

const ask = async (ctx: RunContext, text: string) => {
  const answer = await ctx.model({
    ...{ speaker: text, model: MODEL, fallbacks: [], tools: [], parameters: {}, sample: 0, timeoutMs: 5_000, maxOutputTokens: 50 },
    turns: [{ role: 'user', parts: [{ type: 'text', text }] }],
  })
  return answer.text
}

const nested: Orchestrator<Input, string> = {
  id: 'nested',
  version: 1,
  input: Input,
  run: async (ctx, { name }) => `${await ask(ctx, `${name} nested one`)} ${await ask(ctx, `${name} nested two`)}`,
}

/** The first node drops one node and adds another. */
function graph(name: string): WorkNode[] {
  const node = (id: string, inputs: string[], change: Partial<WorkNode> = {}): WorkNode => ({
    ...{ ...NODE_DEFAULTS, id, inputs, outputs: [id] },
    run: async (ctx) => ({ [id]: await ask(ctx, `${name} node ${id}`) }),
    ...change,
  })
  const planner = node('plan', [], {
    run: async (ctx, _, control) => {
      const plan = await ask(ctx, `${name} node plan`)
      await control.revise({ reason: 'The draft needs a check.', add: [node('check', ['draft'])], drop: ['extra'] })
      return { plan }
    },
  })
  return [planner, node('draft', ['plan']), node('extra', ['draft'])]
}

/** The planner drops a node that others lead to; whether it comes in time is decided once, whatever is faster after a crash. */
function race(name: string): WorkNode[] {
  const node = (id: string, dependsOn: string[], questions: readonly string[]): WorkNode => ({
    ...{ ...NODE_DEFAULTS, id, outputs: [id], dependsOn },
    run: async (ctx) => {
      for (const question of questions) await ask(ctx, `${name} node ${question}`)
      return { [id]: true }
    },
  })
  const rival: WorkNode = {
    ...node('rival', [], []),
    run: async (ctx, _, control) => {
      for (const question of ['rival one', 'rival two']) await ask(ctx, `${name} node ${question}`)
      await control.revise({ reason: 'Not needed.', drop: ['spare'] }).catch(() => {})
      return { rival: true }
    },
  }
  return [rival, node('lead', [], ['lead one', 'lead two']), node('spare', ['lead'], ['spare'])]
}

const mixed: Orchestrator<Input, Outcome> = {
  id: 'mixed',
  version: 1,
  input: Input,
  async run(ctx, input) {
    const { name } = input
    await ctx.step('book', async () => 'booked')
    ctx.compensate('book', { key: 'book', run: async (branch) => void (await branch.tool({ name: 'write', input: `${name} unbook` })) })
    const keys = ['a', 'b', 'c', 'd', 'e']
    const fan = await ctx.all(keys.map((key) => ({ key, run: (branch) => ask(branch, `${name} fan ${key}`) })))
    const approved = await ctx.approve(`Write for ${name}?`, fan.map((one) => one.state).join())
    await ctx.sleep(ctx.now() + 30)
    const inner = await ctx.child('inner', nested, input)
    const tool = approved ? (await ctx.tool({ name: 'write', input: `${name} result` })).content : 'refused'
    ctx.compensate('write', { key: 'write', run: async (branch) => void (await branch.tool({ name: 'write', input: `${name} unwrite` })) })
    const planned = await ctx.dag(graph(name))
    await ctx.dag(race(name))
    await ctx.memory.put('ended', name, { scope: 'global' })
    const last = await ask(ctx, `${name} last`)
    if (input.fails) throw new TuttiError('bad-request', `${name} fails at the end.`)
    const answer = [
      fan.map((one) => (one.state === 'done' ? one.value : one.state)).join(),
      inner,
      tool,
      Object.keys(planned.values).sort().join(),
      last,
    ].join(' | ')
    return { answer, kind: 'first', by: null, groups: [], agreement: null, summary: '' }
  },
}

const spent = await store.journal.spentSince(0)
const ledger = new Ledger(clock, () => Budgets.parse({ runMicros: RUN_LIMIT_MICROS, dayMicros: null, monthMicros: null }), {
  today: spent,
  month: spent,
})
const quote = registry.quote
const shared = new Resources(clock)
const topics = new RunTopics(new Bus({ clock }))
const runner = new Runner({
  journal: store.journal,
  clock,
  ledger,
  resources: shared,
  memory: store.context,
  tools: () => write,
  allowNoPrice: () => false,
  orchestrators: [runnable(mixed)],
  onChange: () => {},
  onFault: (error) => console.error(error.message),
  topicOf: (id, after) => topics.open(id, after),
  ask: road(
    [
      journal,
      candidates(clock, { ...DEFAULT_RETRY, baseMs: 10, maxMs: 30 }),
      resources({
        resources: shared,
        accounts: new Accounts(shared, clock),
        endpointOf: (ref) => registry.provider(ref),
        tokensOf: () => 100,
      }),
      budget({ ledger, quote, journal: store.journal, clock }),
      keepText({ journal: store.journal, clock, quote }),
      settle(registry, new Latencies()),
    ],
    providerEnd({ registry, attachment: async () => new Uint8Array(), clock }),
  ),
})

/** The person: allows what is asked, and looks into the file when a tool is in doubt. */
async function answerWaits(): Promise<void> {
  for (const view of runner.liveViews()) {
    for (const wait of view.waits) {
      if (wait.kind === 'timer') continue
      const key = `${view.id}/${wait.path.replace(/\/doubt\/\d+$/, '')} `
      const ran = existsSync(written) && readFileSync(written, 'utf8').includes(key)
      const value = wait.kind === 'tool-in-doubt' ? (ran ? 'ran' : 'not-run') : 'yes'
      await runner
        .live(view.id)
        ?.answer(wait.path, value)
        .catch(() => {})
    }
  }
}

async function startRun(number: number): Promise<void> {
  const id = RunId.parse(`run-${number}`)
  if (await store.journal.history(id)) return
  const input: Input = { name: `r${number}`, fails: number % 3 === 2 }
  const record: RunRecord = {
    ...{ id, parentId: null, forkOf: null, orchestrator: 'mixed', orchestratorVersion: 1, appVersion: '0', seed: id, input, title: id },
    ...{
      state: 'running',
      budgetMicros: RUN_LIMIT_MICROS,
      allowNoPrice: false,
      conversationId: null,
      messageId: null,
      startedAt: clock.now(),
    },
  }
  await runner.start({
    record,
    started: {
      ...{ type: 'run-started', conversationId: null, messageId: null, title: id, presetId: null, presetName: '', strategy: 'parallel' },
      ...{ speakers: [], budgetMicros: RUN_LIMIT_MICROS },
    },
    store: ({ events }) => store.journal.createRun(record, events),
  })
}

await runner.resumeAll()
for (let number = 0; number < Number(count); number += 1) await startRun(number)
while (runner.liveViews().length > 0) {
  await answerWaits()
  await clock.sleep(10)
}
await store.close()
console.log('all ended')
