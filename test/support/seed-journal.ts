import type { Store } from '../../src/main/store/open-store.ts'
import { ModelRef, RunId } from '../../src/shared/ids.ts'
import type { StrategyId } from '../../src/shared/preset.ts'
import { attemptRecord, effectRecord, runRecord, startedEvent } from '../store/records.ts'

const HOUR = 3_600_000
/** Model, share of the runs that ask it, usual time in ms, micro-dollars a thousand tokens, share of failures. */
const MODELS = [
  ['openai/gpt-5', 0.55, 5400, 4.1, 0.005],
  ['anthropic/claude-sonnet-4-5', 0.45, 4100, 5.9, 0.003],
  ['google/gemini-2.5-flash', 0.8, 1900, 0.8, 0.02],
  ['deepseek/deepseek-chat', 0.7, 2700, 0.3, 0.005],
  ['anthropic/claude-haiku-4-5', 0.45, 1700, 1.9, 0.001],
  ['ollama/qwen3:32b', 0.2, 8300, null, 0.009],
] as const
const STRATEGIES: readonly StrategyId[] = ['voting', 'voting', 'cascade', 'cascade', 'cascade', 'parallel', 'sequential', 'expert']
const QUESTIONS = [
  'What is 17 × 23?',
  'Write a letter to the landlord.',
  'Translate “rain” into French.',
  'Fix this function: f()',
  'Who was Ada Lovelace?',
]

/** Runs of the last `days` before `now`, by day and by night, so that a dashboard has something to show. Same numbers, same data. */
export async function seedJournal(store: Store, { now, days, aDay }: { now: number; days: number; aDay: number }): Promise<void> {
  const random = randomFrom(7)
  const writes: Promise<void>[] = []
  for (let number = 0; number < days * aDay; number += 1) {
    const at = now - random() * days * 24 * HOUR
    const hour = new Date(at).getHours()
    const weekend = [0, 6].includes(new Date(at).getDay())
    if (random() < (hour < 7 || hour > 22 ? 0.9 : weekend ? 0.6 : 0.1)) continue
    writes.push(...seedRun(store, number, Math.floor(at), random))
    if (writes.length > 500) await Promise.all(writes.splice(0))
  }
  await Promise.all(writes)
}

function seedRun({ journal }: Store, number: number, startedAt: number, random: () => number): Promise<void>[] {
  const runId = RunId.parse(`seed-${number}`)
  const strategy = STRATEGIES[Math.floor(random() * STRATEGIES.length)] ?? 'voting'
  const text = QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? ''
  const record = runRecord(runId, {
    startedAt,
    orchestrator: 'advanced',
    title: text,
    input: { turns: [{ role: 'user', parts: [{ type: 'text', text }] }] },
  })
  const writes = [
    journal.createRun(
      record,
      [{ ...startedEvent(null, null, 3), at: startedAt, strategy, title: text }].flatMap((event) =>
        event.type === 'run-started' ? [event] : [],
      ),
    ),
  ]
  let end = startedAt
  let costs = 0
  const asked = MODELS.filter(([, share]) => random() < share)
  for (const [index, [ref, , usual, price, failures]] of (asked.length > 0 ? asked : MODELS.slice(0, 1)).entries()) {
    const from = strategy === 'cascade' || strategy === 'sequential' ? end : startedAt
    if ((strategy === 'cascade' || strategy === 'sequential') && index > 1) break
    const ms = usual * (0.45 + 1.1 * random() + (random() < 0.06 ? 2.2 * random() : 0))
    const failed = random() < failures
    const usage = {
      input: Math.floor(300 + 2400 * random()),
      cacheRead: Math.floor(900 * random()),
      cacheWrite: Math.floor(200 * random()),
      output: Math.floor(500 * random()),
      reasoning: Math.floor(300 * random()),
      estimated: false,
    }
    const cost = price === null ? null : Math.round(((usage.input + usage.output * 4) / 1000) * price * 1000)
    const path = `m${index + 1}/model/0`
    end = Math.max(end, from + ms)
    costs += cost ?? 0
    writes.push(
      journal.commit({
        runId,
        ...(failed ? {} : { effect: effectRecord(path) }),
        attempts: [
          attemptRecord(path, {
            model: ModelRef.parse(ref),
            state: failed ? 'failed' : 'done',
            costMicros: cost,
            usage,
            firstTokenMs: ms * (0.2 + 0.3 * random()),
            startedAt: from,
            endedAt: from + ms,
          }),
        ],
      }),
    )
  }
  const ended = { type: 'run-finished' as const, state: 'done' as const, outcome: null, error: null, costMicros: costs }
  writes.push(journal.commit({ runId, state: 'done', events: [{ seq: 2, at: end + 20, ...ended }] }))
  return writes
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
