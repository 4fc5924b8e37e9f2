import type { TaskType } from '../../../shared/preset.ts'
import { analyse } from '../unified/analyse/analyse.ts'

export interface TaskGuess {
  readonly type: TaskType
  /** One sentence: by what it was recognised. */
  readonly evidence: string
}

/** Guesses the kind of task from the words of the question, as Auto does; conversation where nothing points elsewhere. */
export function taskTypeOf(question: string): TaskGuess {
  const { taskType, taskEvidence } = analyse(question)
  return { type: taskType, evidence: taskEvidence }
}
