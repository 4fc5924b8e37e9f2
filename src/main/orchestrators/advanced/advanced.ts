import { assertNever } from '../../../shared/errors.ts'
import type { Outcome } from '../../../shared/run.ts'
import type { Orchestrator } from '../../kernel/context.ts'
import { AdvancedInput } from './input.ts'
import { cascade } from './strategies/cascade.ts'
import { expert } from './strategies/expert.ts'
import { parallel } from './strategies/parallel.ts'
import { sequential } from './strategies/sequential.ts'
import { voting } from './strategies/voting.ts'

/** Asks the members in the way that the preset's settings name. Throws `no-answer` where every member failed. */
export const advanced: Orchestrator<AdvancedInput, Outcome> = {
  id: 'advanced',
  version: 1,
  input: AdvancedInput,
  run(ctx, input) {
    const { settings } = input
    switch (settings.strategy) {
      case 'parallel':
        return parallel(ctx, { ...input, settings })
      case 'sequential':
        return sequential(ctx, { ...input, settings })
      case 'voting':
        return voting(ctx, { ...input, settings })
      case 'cascade':
        return cascade(ctx, { ...input, settings })
      case 'expert':
        return expert(ctx, { ...input, settings })
      default:
        return assertNever(settings)
    }
  },
}
