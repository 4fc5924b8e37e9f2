import type { TaskType } from '../../../../shared/preset.ts'
import { MULTIPLE_CHOICE } from './marks.ts'
import { classify, type Verdicts } from './model/classify.ts'
import type { Answer } from './model/outputs.ts'
import type { SplitRequest } from './split-request.ts'

export interface Task {
  readonly type: TaskType
  readonly answer: Answer
  /** One sentence: by what it was recognised. */
  readonly evidence: string
  /** 0 … 1. */
  readonly sure: number
}

/** The kind of task, from the person's own words and the marks of what they pasted. */
export function taskOf({ ask }: SplitRequest, { kind }: Verdicts): Task {
  const { type, answer } = kind.value
  const evidence =
    kind.because.length > 0
      ? `${sentenceStart(kind.because.join(', '))} ${kind.because.length > 1 ? 'mark' : 'marks'} a question of ${type}.`
      : `It reads like a question of ${type}.`
  return { type, answer: type === 'facts' && MULTIPLE_CHOICE.test(ask) ? 'exact' : answer, evidence, sure: kind.sure }
}

/** Whether words ask for something to be done to a text that follows them. */
export function isTextWork(words: string): boolean {
  const { type, answer } = classify({ ask: words, material: '', steering: [], code: false }).kind.value
  return answer === 'given-text' || (type === 'reasoning' && answer === 'exact')
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
