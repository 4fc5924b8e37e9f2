import type { TaskType } from '../../../../shared/preset.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { markWords } from './mark-words.ts'
import { MULTIPLE_CHOICE } from './marks.ts'
import { classify, type Verdicts } from './model/classify.ts'
import type { Answer } from './model/outputs.ts'
import type { SplitRequest } from './split-request.ts'

export interface Task {
  readonly type: TaskType
  readonly answer: Answer
  /** One sentence: by what it was recognised. */
  readonly evidence: Words
  /** 0 … 1. */
  readonly sure: number
}

/** The kind of task, from the person's own words and the marks of what they pasted. */
export function taskOf({ ask }: SplitRequest, { kind }: Verdicts): Task {
  const { type, answer } = kind.value
  const evidence =
    kind.because.length > 0
      ? say('seen.task', { marks: kind.because.map(markWords), n: kind.because.length, task: say(`task.${type}`) })
      : say('seen.like', { task: say(`task.${type}`) })
  return { type, answer: type === 'facts' && MULTIPLE_CHOICE.test(ask) ? 'exact' : answer, evidence, sure: kind.sure }
}

/** Whether words ask for something to be done to a text that follows them. */
export function isTextWork(words: string): boolean {
  const { type, answer } = classify({ ask: words, material: '', steering: [], code: false }).kind.value
  return answer === 'given-text' || (type === 'reasoning' && answer === 'exact')
}
