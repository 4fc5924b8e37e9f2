import { z } from 'zod'
import { StrategySettings } from '../../../shared/preset.ts'
import { Decision } from '../../../shared/run.ts'
import { Words } from '../../../shared/sentence.ts'
import { AdvancedInput, SeatedMember } from '../advanced/input.ts'
import { Analysis } from './analyse/analysis.ts'

/** A step of the ladder that is gone down where no member of the step above gave an answer. */
export const Rung = z.object({
  /** "a cascade of two other members". */
  words: Words,
  settings: StrategySettings,
  members: z.array(SeatedMember).min(1),
})
export type Rung = z.infer<typeof Rung>

/** What Auto decided for a request. It is part of the run's input, so that a resumed run decides the same. */
export const AutoPlan = z.object({
  analysis: Analysis,
  /** Id of the orchestrator that is started. */
  orchestrator: z.string(),
  decision: Decision,
  ladder: z.array(Rung),
})
export type AutoPlan = z.infer<typeof AutoPlan>

/** A question with the strategy and members that were chosen for it; without a plan it is asked just so. */
export const UnifiedInput = AdvancedInput.extend({ auto: AutoPlan.optional() })
export type UnifiedInput = z.infer<typeof UnifiedInput>
