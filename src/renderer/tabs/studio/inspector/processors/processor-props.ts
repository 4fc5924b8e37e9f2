import type { Processor } from '../../../../../shared/pipeline.ts'
import type { Change, ProblemOf } from '../change-fields.ts'

/** What the fields of one kind of processor are given. */
export type ProcessorProps<K extends Processor['type']> = {
  readonly processor: Extract<Processor, { type: K }>
  readonly problem: ProblemOf
  readonly onChange: Change<Processor>
}
