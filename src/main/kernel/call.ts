import type { ErrorInfo } from '../../shared/errors.ts'
import type { ModelAnswer, ModelRequest } from '../../shared/model.ts'
import type { RunEventBody } from '../../shared/run.ts'
import type { LimitScope } from './budget.ts'
import type { AttemptRecord, EffectOutcome, EffectRecord, RunRecord } from './journal.ts'
import type { Slot } from './slots.ts'

/** The journal of one run, as the road sees it. */
export interface EffectBook {
  /** The committed outcome of an effect, or null. Throws `diverged` where the code asks for something else than it did. */
  recall(path: string, digest: string): EffectOutcome | null
  /** Resolves when a new call may start; rejects while the run is being stopped, or where it cannot be written down. */
  admitCall(call: { readonly signal: AbortSignal; readonly undoing: boolean }): Promise<void>
  /** Has an effect with its attempts and all pending events written in one transaction, before anything that the run does next leaves. */
  commitCall(effect: EffectRecord, call: Call): void
  /** Resolves when the outcomes of all calls so far are durable; rejects where one could not be written. */
  committed(): Promise<void>
  /** Asks a person whether a call may pass the limit that it was refused for; waits as `receive` does, and remembers the answer. */
  mayPass(call: Call, scope: LimitScope, refusal: ErrorInfo): Promise<boolean>
  now(): number
}

/** What the road needs to know of the run that a call belongs to. */
export interface CallRun {
  readonly record: RunRecord
  /** The run whose budget pays: the outermost one. */
  readonly rootId: RunRecord['id']
  /** Whether the user agreed to models without a price, for this run or in the settings. */
  readonly allowNoPrice: () => boolean
  readonly book: EffectBook
}

/** One model call on its way down the road. Links that change it pass on a copy. */
export interface Call {
  readonly run: CallRun
  readonly path: string
  readonly digest: string
  readonly request: ModelRequest
  readonly signal: AbortSignal
  /** A whole number; higher goes first where calls wait for a vendor's account. */
  readonly priority: number
  /** The branch's place among its siblings, given up while a person is waited for. */
  readonly slot: Slot
  /** Limits that a person allowed this call to pass. */
  readonly beyond?: ReadonlySet<LimitScope>
  /** Of a compensation: goes on while the run is being stopped. */
  readonly undoing: boolean
  /** Its number among the effect's attempts, from 1, also over restarts; 0 above the budget link, which opens it. */
  readonly attempt: number
  /** Ledger of this effect's attempts; the link that opens one closes it. */
  readonly attempts: AttemptRecord[]
  /** Publishes a numbered event of the run; one with a key is published once, also over a resume. */
  readonly emit: (event: RunEventBody, key?: string) => void
  /** Called when it leaves for the vendor. */
  readonly onSent: () => void
  /** Text that arrived; kept whatever happens afterwards. */
  readonly onDelta: (channel: 'text' | 'reasoning', text: string) => void
}

export type Next = (call: Call) => Promise<ModelAnswer>

/** A piece of the road that every model call passes. `app.ts` lists them in order, once. */
export type Link = (call: Call, next: Next) => Promise<ModelAnswer>

/** Puts links in front of the last one: the first of the list is the outermost. */
export function road(links: readonly Link[], end: Next): Next {
  return links.reduceRight<Next>((next, link) => (call) => link(call, next), end)
}
