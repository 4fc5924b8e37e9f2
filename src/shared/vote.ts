import { z } from 'zod'
import { MessageId, ModelRef } from './ids.ts'
import { TaskType } from './preset.ts'

/** What the user says of answers without names: one is the best, or all are equally good. */
export const Ballot = z.object({ answerId: MessageId, best: z.string().nullable() })
export type Ballot = z.infer<typeof Ballot>

/** Two models that answered the same question, seen side by side without names. In a tie neither has won. */
export const Vote = z.object({ first: ModelRef, second: ModelRef, winner: z.enum(['first', 'second', 'tie']) })
export type Vote = z.infer<typeof Vote>

/** A model on the user's own leaderboard. Ratings are on Elo's scale: 400 points are odds of ten to one; the mean is 1000. */
export const Standing = z.object({
  model: ModelRef,
  label: z.string(),
  rating: z.number(),
  /** 95 % interval. */
  low: z.number(),
  high: z.number(),
  won: z.number().int(),
  lost: z.number().int(),
  tied: z.number().int(),
})
export type Standing = z.infer<typeof Standing>

export const Leaderboard = z.object({
  /** Highest rating first. */
  standings: z.array(Standing),
  /** Pairs that were compared. */
  pairs: z.number().int(),
  /** Task types with votes, for the filter. */
  taskTypes: z.array(TaskType),
})
export type Leaderboard = z.infer<typeof Leaderboard>
