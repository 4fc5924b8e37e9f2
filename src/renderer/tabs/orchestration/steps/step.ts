import type { NodeState } from '../../../../shared/run.ts'

/** `you`: it waits for a person. The last three: it was done, and the run that failed or was stopped takes it back. */
export type StepState = NodeState | 'you' | 'undoing' | 'undone' | 'not-undone'

/** A step of a run as the graph, the timeline and the to-do list show it: of its plan, or read from who spoke. */
export type Step = {
  readonly id: string
  readonly label: string
  /** A few words below the label: the model, "2 of 3 agree". */
  readonly note: string
  readonly state: StepState
  readonly dependsOn: readonly string[]
  /** The number of the member whose step this is; null where it is nobody's. */
  readonly number: number | null
  /** The speaker of the run's view, where one speaks in this step. */
  readonly speaker: string | null
  /** Expected time in ms; 0 where nothing is known. */
  readonly expectedMs: number
  /** Epoch ms. */
  readonly startedAt: number | null
  readonly endedAt: number | null
}
