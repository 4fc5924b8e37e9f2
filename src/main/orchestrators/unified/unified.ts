import { z } from 'zod'
import { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
import type { Outcome } from '../../../shared/run.ts'
import { say, wordsIn } from '../../../shared/sentence.ts'
import { told, wordsOf } from '../../../shared/sentences/told.ts'
import type { Orchestrator, RunContext } from '../../kernel/context.ts'
import type { Runnable } from '../../kernel/runner.ts'
import { advanced } from '../advanced/advanced.ts'
import type { AdvancedInput } from '../advanced/input.ts'
import { AutoPlan, type Rung, UnifiedInput } from './auto-plan.ts'

/** The run itself is over: no other member could help. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['cancelled', 'core-gone', 'diverged', 'internal', 'concurrent-effect', 'budget-exceeded'])

export const UNIFIED = { id: 'unified', version: 1 } as const

/** An orchestrator that a question can start. */
export interface Startable {
  readonly runnable: Runnable
  readonly inputOf: (question: AdvancedInput) => unknown
}

/**
 * Auto: starts the orchestrator that was chosen, with the strategy and members that were chosen, and goes down the ladder where
 * nobody answers. The choice is made before the run starts, from prices and health of that moment; it is recorded as the run's
 * first effect.
 */
export function unified(orchestrators: readonly Startable[]): Orchestrator<UnifiedInput, Outcome> {
  return {
    ...UNIFIED,
    input: UnifiedInput,
    async run(ctx, { auto, ...question }) {
      if (auto === undefined) return advanced.run(ctx, question)
      const plan = AutoPlan.parse(await ctx.step('choose', () => Promise.resolve(auto)))
      try {
        const entry = orchestrators.find(({ runnable }) => runnable.id === plan.orchestrator)
        // The strategies' calls stand at the same places as without Auto.
        if (entry === undefined || entry.runnable.id === advanced.id) return await advanced.run(ctx, question)
        return await ctx.child(entry.runnable.id, { ...entry.runnable, input: z.unknown() }, entry.inputOf(question))
      } catch (thrown) {
        return await goDown(ctx, question, plan.ladder, errorToAnswer(ctx, thrown))
      }
    },
  }
}

/** From rung to rung until somebody answers; the first error is the run's where nobody does. */
async function goDown(ctx: RunContext, question: UnifiedInput, ladder: readonly Rung[], first: TuttiError): Promise<Outcome> {
  let failed = first
  for (const [place, { words, settings, members }] of ladder.entries()) {
    ctx.note({
      title: say('auto.fell-back', { way: words }),
      reason: wordsOf(failed),
      chosen: members.map(({ id }) => id),
      among: members.map(({ label }) => label),
      kind: 'auto',
    })
    try {
      const outcome = await ctx.child(`fallback-${place + 1}`, advanced, { ...question, settings, members, mustAsk: [] })
      const summary = [say('auto.fell-back.why', { way: words }), wordsIn(outcome, 'summary')]
      return { ...outcome, ...told({ summary }) }
    } catch (thrown) {
      failed = errorToAnswer(ctx, thrown)
    }
  }
  throw first
}

/** Throws on what no other member could answer. */
function errorToAnswer(ctx: RunContext, thrown: unknown): TuttiError {
  const error = TuttiError.from(thrown)
  if (ctx.signal.aborted || FINAL.has(error.code)) throw error
  return error
}
