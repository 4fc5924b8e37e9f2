import { TuttiError } from '../../../shared/errors.ts'
import type { Decision, RunView } from '../../../shared/run.ts'

/** What one member answered. */
export interface MemberAnswer {
  readonly model: string
  readonly text: string
  /** Micro-dollars; null without a price. */
  readonly costMicros: number | null
  /** Why there is no answer. */
  readonly error: string | null
}

/** A finished run. */
export interface EngineResult {
  readonly answer: string
  /** "agreed", "plurality", "merged", "first", "expert", "side-by-side" or "computed". */
  readonly kind: string
  readonly agreement: { readonly agree: number; readonly of: number } | null
  readonly members: readonly MemberAnswer[]
  /** Why it came out so. */
  readonly decisions: readonly Decision[]
  /** Micro-dollars. */
  readonly costMicros: number
  readonly runId: string
}

/** Throws the run's error where it came to no answer; what members said is in the run, which is kept. */
export function resultOf(view: RunView): EngineResult {
  if (view.outcome === null) {
    throw view.error === null ? new TuttiError('no-answer', 'The run came to no answer.') : TuttiError.fromInfo(view.error)
  }
  const { answer, kind, agreement } = view.outcome
  return {
    answer,
    kind,
    agreement,
    members: view.speakers.map(({ askedModel, text, result }) => ({
      model: askedModel,
      text,
      costMicros: result?.costMicros ?? null,
      error: result?.error?.message ?? null,
    })),
    decisions: view.decisions.map(({ title, reason, chosen, among }) => ({ title, reason, chosen, among })),
    costMicros: view.costMicros,
    runId: view.id,
  }
}
