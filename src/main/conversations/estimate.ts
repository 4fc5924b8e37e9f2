import type { Estimate } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ModelInfo, ModelRequest } from '../../shared/model.ts'
import { say, type Words } from '../../shared/sentence.ts'
import { told, toldNotes, wordsOf } from '../../shared/sentences/told.ts'
import type { AtLimit, Settings } from '../../shared/settings.ts'
import type { Ledger } from '../kernel/budget.ts'
import { likelyCalls, requestsOf } from '../orchestrators/advanced/expected-calls.ts'
import type { AdvancedInput } from '../orchestrators/advanced/input.ts'
import { MOST_CALLS } from '../orchestrators/ask-with-tools.ts'
import { contextOf, type Fitting } from './fit-context.ts'

/** What a call is expected to cost and what it may cost at most, in micro-dollars; null without a price. */
export interface CallCost {
  readonly aboutMicros: number
  readonly atMostMicros: number
}

/** What was spent and what may be. */
export interface BudgetCosting {
  readonly ledger: Ledger
  readonly settings: () => Settings
}

export interface Costing extends Fitting, BudgetCosting {
  readonly cost: (request: ModelRequest) => CallCost | null
}

/** Adds up the calls that a question will (about) or can (at most) lead to. */
export function estimate(input: AdvancedInput, costing: Costing): Estimate {
  const requests = requestsOf(input)
  const likely = likelyCalls(input)
  let aboutMicros = 0
  let atMostMicros = 0
  const noPrice: string[] = []
  let blocked: Words | null = null
  let judgings = 0
  for (const [index, request] of requests.entries()) {
    try {
      const cost = dearest(request, costing)
      if (cost === null) noPrice.push(request.model)
      // Who calls tools is asked again with their results; how long these are, nobody knows.
      atMostMicros += (cost?.atMostMicros ?? 0) * (request.tools.length > 0 ? MOST_CALLS : 1)
      judgings += request.speaker === 'judge' ? 1 : 0
      // Two calls of the judge are likely: those about the first answer.
      const judged = request.speaker === 'judge' && judgings <= 2
      if (index < likely || request.speaker === 'merge' || judged) aboutMicros += cost?.aboutMicros ?? 0
    } catch (thrown) {
      blocked ??= wordsOf(TuttiError.from(thrown))
    }
  }
  return {
    aboutMicros,
    atMostMicros,
    free: atMostMicros === 0 && noPrice.length === 0,
    noPrice,
    ...toldNotesAndBlock(cannotTake(input, costing.models()), blocked ?? beyondBudget(aboutMicros, costing)),
    context: contextOf(input, costing),
  }
}

/** At most: the dearest of the model and those that may stand in for it. Null where the model itself has no price. */
function dearest(request: ModelRequest, { cost }: Costing): CallCost | null {
  const own = cost(request)
  if (own === null) return null
  const others = request.fallbacks.map((model) => cost({ ...request, model })?.atMostMicros ?? 0)
  return { ...own, atMostMicros: Math.max(own.atMostMicros, ...others) }
}

/** Why what this costs would pass the day's or the month's limit; null where it would not, or where that does not stop a call. */
export function beyondBudget(aboutMicros: number, { ledger, settings }: BudgetCosting): Words | null {
  if (aboutMicros === 0) return null
  const { dayMicros, monthMicros, atDayLimit, atMonthLimit } = settings().budgets
  const beyond = (limit: number | null, at: AtLimit, spent: number, left: 'limit.left.day' | 'limit.left.month') =>
    at === 'stop' && limit !== null && spent + aboutMicros > limit
      ? say('limit.would-pass', { left: say(left, { left: Math.max(0, limit - spent), limit }), cost: aboutMicros })
      : null
  return (
    beyond(dayMicros, atDayLimit, ledger.todayMicros, 'limit.left.day') ??
    beyond(monthMicros, atMonthLimit, ledger.monthMicros, 'limit.left.month')
  )
}

function cannotTake(input: AdvancedInput, models: readonly ModelInfo[]): Words[] {
  const types = input.turns.flatMap((turn) => turn.parts.flatMap((part) => (part.type === 'attachment' ? [part.attachment.mediaType] : [])))
  const images = types.some((type) => type.startsWith('image/'))
  const pdf = types.includes('application/pdf')
  return input.members.flatMap((member) => {
    const capabilities = models.find((model) => model.ref === member.model)?.capabilities
    if (!capabilities) return []
    return [
      ...(images && !capabilities.includes('images') ? [say('member.no-images', { who: member.label })] : []),
      ...(pdf && !capabilities.includes('pdf') ? [say('member.no-pdf', { who: member.label })] : []),
    ]
  })
}

/** Both stand in one estimate, so the words behind them do too. */
function toldNotesAndBlock(notes: readonly Words[], blocked: Words | null): Pick<Estimate, 'notes' | 'blocked' | 'said'> {
  const noted = toldNotes(notes)
  if (blocked === null) return { ...noted, blocked }
  const stopped = told({ blocked })
  return { ...noted, ...stopped, said: { ...noted.said, ...stopped.said } }
}
