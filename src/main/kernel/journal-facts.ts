import type { ModelRef, RunId } from '../../shared/ids.ts'
import type { Attempt, Usage } from '../../shared/model.ts'
import type { RunState } from '../../shared/run.ts'

/** What a run is told apart by. `task` is null until somebody has said what its input asks for. */
export interface RunKind {
  readonly runId: RunId
  readonly orchestrator: string
  readonly strategy: string
  readonly task: string | null
  /** The orchestrator's input, where `task` is null. */
  readonly input: unknown
}

/** An attempt that has ended, as the journal keeps it. Times in epoch ms, money in micro-dollars. */
export interface CallFact {
  readonly kind: RunKind
  readonly model: ModelRef
  readonly state: Exclude<Attempt['state'], 'open'>
  readonly usage: Omit<Usage, 'estimated'> | null
  readonly costMicros: number | null
  readonly vendorCostMicros: number | null
  readonly firstTokenMs: number | null
  readonly startedAt: number
  readonly endedAt: number
  /** Whether the effect that it belongs to has an answer in the end. */
  readonly answered: boolean
}

/** A run that has ended, with the times of its attempts. */
export interface RunFact {
  readonly kind: RunKind
  readonly state: Exclude<RunState, 'running'>
  readonly costMicros: number
  readonly startedAt: number
  readonly endedAt: number
  readonly contextHits: number
  readonly contextMisses: number
  /** `effect`: the path of the effect, one for all its attempts. */
  readonly attempts: readonly {
    readonly effect: string
    readonly startedAt: number
    readonly endedAt: number
    readonly firstTokenMs: number | null
  }[]
}

/** Facts that nobody has counted yet, in the order in which they were committed. `upTo` names the last. */
export interface PendingFacts {
  readonly upTo: number
  readonly calls: readonly CallFact[]
  readonly runs: readonly RunFact[]
}
