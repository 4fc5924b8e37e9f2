import { z } from 'zod'
import { LearnedRouting, LearnedStep } from '../../../shared/lab.ts'
import { CascadePolicy } from '../../orchestrators/advanced/routing/cascade-policy.ts'

/** A policy for one place of the dial. */
export const LearnedPolicy = LearnedStep.extend({ policy: CascadePolicy })
export type LearnedPolicy = z.infer<typeof LearnedPolicy>

/** What the Lab has learned from an experiment: for each set of models the policies along the dial, cheapest first. */
export const LearnedState = LearnedRouting.extend({ sets: z.array(z.array(LearnedPolicy).min(1)) })
export type LearnedState = z.infer<typeof LearnedState>
