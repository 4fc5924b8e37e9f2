import { TaskType } from '../../../shared/preset.ts'
import { say, type Words } from '../../../shared/sentence.ts'
import { analyse } from '../unified/analyse/analyse.ts'

export interface TaskGuess {
  readonly type: TaskType
  /** One sentence: by what it was recognised. */
  readonly evidence: Words
}

/** Guesses the kind of task from the words of the question, as Auto does; conversation where nothing points elsewhere. */
export function taskTypeOf(question: string): TaskGuess {
  const { taskType, taskEvidence } = analyse(question)
  return { type: taskType, evidence: taskEvidence }
}

/** A kind of task by its name; what the Lab has learned of may have others. */
export function taskWords(type: string): Words {
  const known = TaskType.safeParse(type)
  return known.success ? say(`task.${known.data}`) : type
}
