import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Estimate } from '../conversation.ts'
import { PresetId, RunId } from '../ids.ts'
import { RunEvent, RunUpdate, RunView } from '../run.ts'
import { NewRun, OrchestratorInfo, Replay, RunInspection, RunQuery, RunSummary } from '../run-inspection.ts'
import { base } from './base.ts'

/** Runs: followed, looked into, steered. */
export const runsContract = {
  get: base.input(z.object({ id: RunId })).output(RunView),
  watch: base.input(z.object({ id: RunId, after: z.number().int().nullable() })).output(eventIterator(RunUpdate)),
  stop: base.input(z.object({ id: RunId })),
  list: base.input(RunQuery).output(z.array(RunSummary)),
  /** All there are; `start` starts those that can be asked. */
  orchestrators: base.output(z.array(OrchestratorInfo)),
  /** What a new run would cost. Quick: called while the user types. */
  estimate: base.input(NewRun).output(Estimate),
  /** Starts a run by itself, outside of a conversation. */
  start: base.input(NewRun).output(z.object({ runId: RunId })),
  /** The same question to another preset, as a new run; the old one stays. */
  askPreset: base
    .input(z.object({ id: RunId, presetId: PresetId, allowNoPrice: z.boolean().default(false) }))
    .output(z.object({ runId: RunId })),
  inspect: base.input(z.object({ id: RunId })).output(RunInspection),
  /** All events of a run that are kept, oldest first. */
  events: base.input(z.object({ id: RunId })).output(z.array(RunEvent)),
  /** Once more over its own recording, or another preset over the same answers; nothing is asked or paid. */
  replay: base.input(z.object({ id: RunId, presetId: PresetId.nullable().default(null) })).output(Replay),
  /** Calls in flight go on; nothing new starts until `unpause`. Survives a restart. */
  pause: base.input(z.object({ id: RunId })),
  unpause: base.input(z.object({ id: RunId })),
  /** Ends a wait: the value of one of its options, or free text. */
  answer: base.input(z.object({ id: RunId, path: z.string(), value: z.string().max(1_000_000) })),
  /** A new run from the same input that keeps what was finished before the effect at `before`; null keeps all that is unchanged. */
  fork: base.input(z.object({ id: RunId, before: z.string().nullable() })).output(z.object({ runId: RunId })),
  stopMember: base.input(z.object({ id: RunId, speaker: z.string() })),
}
