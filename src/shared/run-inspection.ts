import { z } from 'zod'
import { ErrorInfo } from './errors.ts'
import { ConversationId, RunId } from './ids.ts'
import { Attempt } from './model.ts'
import { Micros } from './money.ts'
import { RunState, RunView } from './run.ts'

/** A row of the list of runs. */
export const RunSummary = z.object({
  id: RunId,
  title: z.string(),
  orchestrator: z.string(),
  presetName: z.string(),
  state: RunState,
  paused: z.boolean(),
  /** Waits that only a person can end. */
  waitsForYou: z.number().int(),
  conversationId: ConversationId.nullable(),
  costMicros: Micros,
  /** Epoch ms. */
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})
export type RunSummary = z.infer<typeof RunSummary>

/** `waiting`: for a person. */
export const RunFilter = z.enum(['all', 'running', 'waiting', 'done', 'failed'])
export type RunFilter = z.infer<typeof RunFilter>

export const EffectView = z.object({
  path: z.string(),
  kind: z.string(),
  digest: z.string(),
  /** What was asked, as JSON; null for older entries. */
  input: z.unknown(),
  outcome: z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: ErrorInfo })]),
  /** Epoch ms. */
  endedAt: z.number(),
  attempts: z.array(Attempt),
})
export type EffectView = z.infer<typeof EffectView>

/** Everything that is kept of a run: live while it runs, the same after years. */
export const RunInspection = z.object({
  view: RunView,
  orchestrator: z.string(),
  orchestratorVersion: z.number().int(),
  appVersion: z.string(),
  effects: z.array(EffectView),
  /** Attempts of effects that are not finished. */
  open: z.array(Attempt),
})
export type RunInspection = z.infer<typeof RunInspection>
