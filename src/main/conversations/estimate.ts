import type { Estimate } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/format.ts'
import type { ModelInfo, ModelRequest } from '../../shared/model.ts'
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

export interface Costing extends Fitting {
  readonly ledger: Ledger
  readonly settings: () => Settings
  readonly cost: (request: ModelRequest) => CallCost | null
}

/** Adds up the calls that a question will (about) or can (at most) lead to. */
export function estimate(input: AdvancedInput, costing: Costing): Estimate {
  const requests = requestsOf(input)
  const likely = likelyCalls(input)
  let aboutMicros = 0
  let atMostMicros = 0
  const noPrice: string[] = []
  let blocked: string | null = null
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
      blocked ??= TuttiError.from(thrown).message
    }
  }
  return {
    aboutMicros,
    atMostMicros,
    free: atMostMicros === 0 && noPrice.length === 0,
    noPrice,
    blocked: blocked ?? beyondBudget(aboutMicros, costing),
    notes: cannotTake(input, costing.models()),
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

function beyondBudget(aboutMicros: number, { ledger, settings }: Costing): string | null {
  if (aboutMicros === 0) return null
  const { dayMicros, monthMicros, atDayLimit, atMonthLimit } = settings().budgets
  const beyond = (limit: number | null, at: AtLimit, spent: number, name: string) =>
    at === 'stop' && limit !== null && spent + aboutMicros > limit
      ? `${formatMoney(Math.max(0, limit - spent))} of ${formatMoney(limit)} is left ${name}; this would take about ${formatMoney(aboutMicros)}. Raise the limit under Settings, Budgets.`
      : null
  return beyond(dayMicros, atDayLimit, ledger.todayMicros, 'today') ?? beyond(monthMicros, atMonthLimit, ledger.monthMicros, 'this month')
}

function cannotTake(input: AdvancedInput, models: readonly ModelInfo[]): string[] {
  const types = input.turns.flatMap((turn) => turn.parts.flatMap((part) => (part.type === 'attachment' ? [part.attachment.mediaType] : [])))
  const images = types.some((type) => type.startsWith('image/'))
  const pdf = types.includes('application/pdf')
  return input.members.flatMap((member) => {
    const capabilities = models.find((model) => model.ref === member.model)?.capabilities
    if (!capabilities) return []
    return [
      ...(images && !capabilities.includes('images') ? [`${member.label} cannot read images.`] : []),
      ...(pdf && !capabilities.includes('pdf') ? [`${member.label} cannot read PDF files.`] : []),
    ]
  })
}
