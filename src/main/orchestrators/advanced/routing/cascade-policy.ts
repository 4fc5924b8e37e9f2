import { z } from 'zod'
import { ModelRef } from '../../../../shared/ids.ts'
import { type Answers, partitionOf, shapeOf } from './partition.ts'
import { weightedPick } from './vote-weights.ts'

/** What to do in one state of a cascade, and what that rests on. */
export const Move = z.object({
  /** Questions of the calibration that were in this state. */
  seen: z.number().int(),
  /** Probability that the weighted vote of the answers so far is right. */
  right: z.number(),
  /** Place of the model to ask next; null: stop. */
  next: z.number().int().nullable(),
  /** Expected value of going on (accuracy − λ · cost of what follows); null where no model is left. */
  goingOn: z.number().nullable(),
})
export type Move = z.infer<typeof Move>

/**
 * A calibrated cascade: for each task type and each way in which the answers so far agree, whether to stop and whom to ask next.
 * Keys of `moves`: `task|partition`, then, of all tasks together, `|partition`, the coarser `|asked|shape` and `|asked|`.
 */
export const CascadePolicy = z.object({
  models: z.array(ModelRef).min(1).max(10),
  /** What a dollar per 1,000 questions is worth in accuracy. */
  lambda: z.number().nonnegative(),
  /** Questions that it was fitted on. */
  fittedOn: z.number().int(),
  /** By task type; `''` of all. */
  weights: z.record(z.string(), z.array(z.number())),
  moves: z.record(z.string(), Move),
})
export type CascadePolicy = z.infer<typeof CascadePolicy>

const BASES = ['same agreement', 'same agreement in any task', 'similar agreement', 'all tasks'] as const

export interface Advice extends Move {
  /** The answer that the weighted vote picks; null where nobody answered. */
  readonly pick: string | null
  /** How closely the calibration knows this state. */
  readonly basis: (typeof BASES)[number]
}

/**
 * The states that a question is in, the closest first: this agreement in its task, in all tasks, camps of the same sizes, and the same
 * models asked. Who agrees with whom tells more of being right than the task does, so other tasks come before other agreements.
 */
export function stateKeys(taskType: string, partition: string): readonly string[] {
  const asked = partition.replace(/[^.]/g, 'x')
  return [`${taskType}|${partition}`, `|${partition}`, `|${asked}|${shapeOf(partition)}`, `|${asked}|`]
}

/** What each model's vote counts at such tasks. */
export function weightsFor({ weights }: Pick<CascadePolicy, 'weights'>, taskType: string): readonly number[] {
  return weights[taskType] ?? weights[''] ?? []
}

/** What the policy advises after these answers. */
export function advise(policy: CascadePolicy, taskType: string, answers: Answers): Advice {
  const pick = weightedPick(answers, weightsFor(policy, taskType))
  const left = answers.indexOf(undefined)
  for (const [level, key] of stateKeys(taskType, partitionOf(answers)).entries()) {
    const [move, basis] = [policy.moves[key], BASES[level]]
    if (move === undefined || basis === undefined) continue
    // Who was right as often as that had answered; here nobody has, so somebody has to be asked.
    if (pick === null && move.next === null && left !== -1) break
    return { ...move, pick, basis }
  }
  // The user had somebody asked whom the policy would not have asked by now, or nobody gave an answer.
  return { seen: 0, right: 0, next: pick !== null || left === -1 ? null : left, goingOn: null, pick, basis: 'all tasks' }
}
