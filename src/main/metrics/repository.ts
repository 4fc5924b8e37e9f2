import type { BehindQuery, RunsBehind } from '../../shared/metrics.ts'
import type { Tally } from '../../shared/tally.ts'
import type { PendingFacts, RunKind } from '../kernel/journal-facts.ts'

export type Step = 'minute' | 'hour' | 'day'

/** Which counts: a step of time and one value of each dimension. A run's own counts stand under the model ''. */
export interface RowKey {
  readonly step: Step
  /** Epoch ms of the start of the step. */
  readonly at: number
  readonly model: string
  readonly strategy: string
  readonly task: string
  readonly orchestrator: string
}

export interface MetricRow extends RowKey {
  readonly tally: Tally
}

/** Where counts are kept, and where the journal says what is not counted yet. */
export interface MetricRepository {
  pending(limit: number): Promise<PendingFacts>
  /** Writes the rows and forgets the facts up to `upTo`: both or neither. `change` gets a row's counts so far. */
  count(
    upTo: number,
    kinds: readonly RunKind[],
    rows: readonly RowKey[],
    change: (row: RowKey, before: Tally | null) => Tally,
  ): Promise<void>
  rows(step: Step, from: number, to: number): Promise<readonly MetricRow[]>
  firstDay(): Promise<number | null>
  /** The newest runs that have a call in this time. */
  behind(query: BehindQuery): Promise<RunsBehind>
  trim(step: Step, before: number): Promise<void>
}
