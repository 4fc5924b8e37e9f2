import type { Pattern } from '../../../../../shared/auto.ts'
import type { TaskType } from '../../../../../shared/preset.ts'

/** What kind of answer a task has; it decides how members can work together on it. */
export type Answer = 'exact' | 'open' | 'given-text' | 'explained'

/** The kinds that the model tells apart: a type of task with its kind of answer. The order is the weights' own. */
export const KINDS = [
  { mark: 'm', type: 'math', answer: 'exact' },
  { mark: 'p', type: 'reasoning', answer: 'exact' },
  { mark: 'r', type: 'reasoning', answer: 'open' },
  { mark: 'c', type: 'code', answer: 'open' },
  { mark: 'o', type: 'code', answer: 'exact' },
  { mark: 'w', type: 'writing', answer: 'open' },
  { mark: 'e', type: 'writing', answer: 'given-text' },
  { mark: 't', type: 'translation', answer: 'given-text' },
  { mark: 's', type: 'summary', answer: 'given-text' },
  { mark: 'f', type: 'facts', answer: 'explained' },
  { mark: 'h', type: 'chat', answer: 'open' },
] as const satisfies readonly { mark: string; type: TaskType; answer: Answer }[]

/** What has to be reached for: nothing, today's facts, or the user's own things and the world. */
export const NEEDS = [
  { mark: '', need: null },
  { mark: '+', need: 'fresh' },
  { mark: '!', need: 'reach' },
] as const

/** The larger shapes of work. */
export const SHAPES = [
  { mark: '', pattern: null },
  { mark: 'S', pattern: 'steps' },
  { mark: 'R', pattern: 'roles' },
  { mark: 'X', pattern: 'wide-research' },
  { mark: 'L', pattern: 'long-lived' },
] as const satisfies readonly { mark: string; pattern: Pattern | null }[]

/** Where each question that the model answers has its outputs. */
export const HEADS = {
  kind: { from: 0, to: KINDS.length },
  need: { from: KINDS.length, to: KINDS.length + NEEDS.length },
  shape: { from: KINDS.length + NEEDS.length, to: KINDS.length + NEEDS.length + SHAPES.length },
} as const

export const OUTPUTS = HEADS.shape.to
