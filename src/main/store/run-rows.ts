import { z } from 'zod'
import { ErrorInfo } from '../../shared/errors.ts'
import { ConversationId, MessageId, ModelRef, RunId } from '../../shared/ids.ts'
import { Attempt, type Usage } from '../../shared/model.ts'
import { RunEvent, RunState } from '../../shared/run.ts'
import type { AttemptRecord, EffectRecord, RunRecord } from '../kernel/journal.ts'
import type { Database } from './database.ts'
import { loadJson, storeJson } from './large-values.ts'

const RunRow = z.object({
  id: RunId,
  parent_id: RunId.nullable(),
  fork_of: RunId.nullable(),
  orchestrator: z.string(),
  orchestrator_version: z.number(),
  app_version: z.string(),
  seed: z.string(),
  input: z.string().nullable(),
  input_hash: z.string().nullable(),
  title: z.string(),
  state: RunState,
  budget_micros: z.number().nullable(),
  allow_no_price: z.number(),
  conversation_id: ConversationId.nullable(),
  message_id: MessageId.nullable(),
  project_id: z.string().nullable(),
  started_at: z.number(),
})

/** Inside a write: the run and its first events. */
export function insertRun(db: Database, run: RunRecord, events: readonly RunEvent[]): void {
  const input = storeJson(db, run.input)
  db.run(
    `INSERT INTO runs (id, parent_id, fork_of, orchestrator, orchestrator_version, app_version, seed, input, input_hash, title, state,
       budget_micros, allow_no_price, conversation_id, message_id, project_id, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    run.id,
    run.parentId,
    run.forkOf,
    run.orchestrator,
    run.orchestratorVersion,
    run.appVersion,
    run.seed,
    input.text,
    input.hash,
    run.title,
    run.state,
    run.budgetMicros,
    run.allowNoPrice ? 1 : 0,
    run.conversationId,
    run.messageId,
    run.projectId ?? null,
    run.startedAt,
  )
  for (const event of events) insertEvent(db, run.id, event)
}

/** Runs that match a condition on `runs`, which is our own text and never a caller's. */
export function selectRuns(db: Database, condition: string, ...values: (string | number)[]): RunRecord[] {
  return db.all(RunRow, `SELECT * FROM runs WHERE ${condition}`, ...values).map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    forkOf: row.fork_of,
    orchestrator: row.orchestrator,
    orchestratorVersion: row.orchestrator_version,
    appVersion: row.app_version,
    seed: row.seed,
    input: loadJson(db, { text: row.input, hash: row.input_hash }),
    title: row.title,
    state: row.state,
    budgetMicros: row.budget_micros,
    allowNoPrice: row.allow_no_price === 1,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    ...(row.project_id === null ? {} : { projectId: row.project_id }),
    startedAt: row.started_at,
  }))
}

/** Inside a write. Deltas are not kept: the attempts hold the text. */
export function insertEvent(db: Database, runId: RunId, event: RunEvent): void {
  if (event.type === 'speaker-delta') return
  const { seq, at, ...body } = event
  const columns = storeJson(db, body)
  db.run(
    'INSERT INTO run_events (run_id, seq, at, type, body, body_hash) VALUES (?, ?, ?, ?, ?, ?)',
    runId,
    seq,
    at,
    event.type,
    columns.text,
    columns.hash,
  )
}

const EventRow = z.object({ seq: z.number(), at: z.number(), body: z.string().nullable(), body_hash: z.string().nullable() })

/** Events of one run, oldest first, of all types or of one. One that this version cannot read stays in its row and is left out. */
export function selectEvents<Type extends RunEvent['type']>(db: Database, runId: RunId, type: Type): Extract<RunEvent, { type: Type }>[]
export function selectEvents(db: Database, runId: RunId): RunEvent[]
export function selectEvents(db: Database, runId: RunId, type?: RunEvent['type']): RunEvent[] {
  const [of, values] = type === undefined ? ['', []] : ['AND type = ?', [type]]
  return db
    .all(EventRow, `SELECT seq, at, body, body_hash FROM run_events WHERE run_id = ? ${of} ORDER BY seq`, runId, ...values)
    .flatMap(({ seq, at, body, body_hash }) => {
      const stored = loadJson(db, { text: body, hash: body_hash })
      const event = RunEvent.safeParse(typeof stored === 'object' ? { ...stored, seq, at } : stored)
      return event.success ? [event.data] : []
    })
}

/** Inside a write. A second effect with the same path is refused: what was committed never changes. */
export function insertEffect(db: Database, runId: RunId, effect: EffectRecord): void {
  const { outcome } = effect
  const value = storeJson(db, outcome.ok ? outcome.value : outcome.error)
  const input = storeJson(db, effect.input)
  db.run(
    'INSERT INTO effects (run_id, path, kind, digest, input, input_hash, ok, value, value_hash, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    runId,
    effect.path,
    effect.kind,
    effect.digest,
    input.text,
    input.hash,
    outcome.ok ? 1 : 0,
    value.text,
    value.hash,
    effect.endedAt,
  )
}

const EffectRow = z.object({
  path: z.string(),
  kind: z.enum(['model', 'step', 'all', 'child', 'tool', 'receive', 'sleep', 'memory', 'revision']),
  digest: z.string(),
  input: z.string().nullable(),
  input_hash: z.string().nullable(),
  ok: z.number(),
  value: z.string().nullable(),
  value_hash: z.string().nullable(),
  ended_at: z.number(),
})

/** Effects of one run in the order of their commits. */
export function selectEffects(db: Database, runId: RunId): EffectRecord[] {
  return db.all(EffectRow, 'SELECT * FROM effects WHERE run_id = ? ORDER BY number', runId).map((row) => {
    const value = loadJson(db, { text: row.value, hash: row.value_hash })
    return {
      path: row.path,
      kind: row.kind,
      digest: row.digest,
      input: loadJson(db, { text: row.input, hash: row.input_hash }),
      outcome: row.ok === 1 ? { ok: true, value } : { ok: false, error: ErrorInfo.parse(value) },
      endedAt: row.ended_at,
    }
  })
}

/** Inside a write: inserts the attempt, or updates the one with the same run, path and number. */
export function saveAttempt(db: Database, runId: RunId, attempt: AttemptRecord): void {
  const { usage } = attempt
  db.run(
    `INSERT INTO attempts (run_id, path, number, model, state, reserved_micros, cost_micros, input_tokens, cache_read_tokens,
       cache_write_tokens, output_tokens, reasoning_tokens, usage_estimated, text, error, first_token_ms, vendor_cost_micros,
       started_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, path, number) DO UPDATE SET
       model = excluded.model, state = excluded.state, reserved_micros = excluded.reserved_micros, cost_micros = excluded.cost_micros,
       input_tokens = excluded.input_tokens, cache_read_tokens = excluded.cache_read_tokens,
       cache_write_tokens = excluded.cache_write_tokens, output_tokens = excluded.output_tokens,
       reasoning_tokens = excluded.reasoning_tokens, usage_estimated = excluded.usage_estimated, text = excluded.text,
       error = excluded.error, first_token_ms = excluded.first_token_ms, vendor_cost_micros = excluded.vendor_cost_micros,
       started_at = excluded.started_at, ended_at = excluded.ended_at`,
    runId,
    attempt.path,
    attempt.number,
    attempt.model,
    attempt.state,
    attempt.reservedMicros,
    attempt.costMicros,
    usage?.input ?? null,
    usage?.cacheRead ?? null,
    usage?.cacheWrite ?? null,
    usage?.output ?? null,
    usage?.reasoning ?? null,
    usage === null ? null : Number(usage.estimated),
    attempt.text,
    attempt.error === null ? null : JSON.stringify(attempt.error),
    attempt.firstTokenMs ?? null,
    attempt.vendorCostMicros ?? null,
    attempt.startedAt,
    attempt.endedAt,
  )
}

/** The tokens of an attempt, in columns. */
export const UsageColumns = z.object({
  input_tokens: z.number().nullable(),
  cache_read_tokens: z.number().nullable(),
  cache_write_tokens: z.number().nullable(),
  output_tokens: z.number().nullable(),
  reasoning_tokens: z.number().nullable(),
  usage_estimated: z.number().nullable(),
})

/** null where the vendor has not said. */
export function usageOf(row: z.infer<typeof UsageColumns>): Usage | null {
  if (row.input_tokens === null) return null
  return {
    input: row.input_tokens,
    cacheRead: row.cache_read_tokens ?? 0,
    cacheWrite: row.cache_write_tokens ?? 0,
    output: row.output_tokens ?? 0,
    reasoning: row.reasoning_tokens ?? 0,
    estimated: row.usage_estimated === 1,
  }
}

const AttemptRow = UsageColumns.extend({
  path: z.string(),
  number: z.number(),
  model: ModelRef,
  state: Attempt.shape.state,
  reserved_micros: z.number(),
  cost_micros: z.number().nullable(),
  text: z.string(),
  error: z.string().nullable(),
  first_token_ms: z.number().nullable(),
  vendor_cost_micros: z.number().nullable(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
})

/** Attempts of one run, oldest first. */
export function selectAttempts(db: Database, runId: RunId): AttemptRecord[] {
  return db.all(AttemptRow, 'SELECT * FROM attempts WHERE run_id = ? ORDER BY started_at, path, number', runId).map((row) => ({
    path: row.path,
    number: row.number,
    model: row.model,
    state: row.state,
    reservedMicros: row.reserved_micros,
    costMicros: row.cost_micros,
    usage: usageOf(row),
    text: row.text,
    error: row.error === null ? null : ErrorInfo.parse(JSON.parse(row.error)),
    ...(row.first_token_ms !== null && { firstTokenMs: row.first_token_ms }),
    ...(row.vendor_cost_micros !== null && { vendorCostMicros: row.vendor_cost_micros }),
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }))
}
