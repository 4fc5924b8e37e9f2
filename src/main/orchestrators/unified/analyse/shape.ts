import type { Pattern } from '../../../../shared/auto.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { markWords } from './mark-words.ts'
import { numberedSteps } from './marks.ts'
import { classify, type Verdicts } from './model/classify.ts'
import type { SplitRequest } from './split-request.ts'
import { type Task, taskOf } from './task.ts'

export interface ShapeFinding {
  readonly pattern: Pattern
  readonly evidence: Words
}

/** Which of the larger shapes of work the request has: at most one. */
export function shapeOf({ ask }: SplitRequest, { shape }: Verdicts): ShapeFinding | null {
  if (shape.value !== null) return { pattern: shape.value, evidence: say('seen.shape', { marks: shape.because.map(markWords) }) }
  const numbered = numberedSteps(ask)
  return numbered >= 2 ? { pattern: 'steps', evidence: say('seen.steps', { n: numbered }) } : null
}

const SURE = 0.5

/** What the last of several steps delivers, where it can be told; what it does to a text makes the whole no less open. */
export function lastStep(request: SplitRequest): Task | null {
  const clauses = request.ask.split(/[.;\n]|,\s|\s(?:and|then|und|dann|et|puis)\s/u).map((clause) => clause.trim())
  const last = clauses.findLast((clause) => clause.length > 12)
  if (last === undefined) return null
  const step = { ...request, ask: last, material: '', code: false }
  const found = taskOf(step, classify(step))
  if (found.sure < SURE) return null
  return found.type === 'writing' ? { ...found, answer: 'open' } : found
}
