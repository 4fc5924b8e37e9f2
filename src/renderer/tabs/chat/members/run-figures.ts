import { formatMoney } from '../../../../shared/format.ts'
import { type ModelInfo, totalTokens } from '../../../../shared/model.ts'
import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'

/** About four characters a token: said with ≈, and only until the vendor's own count is there. */
const CHARACTERS_PER_TOKEN = 4
/** Where no other member shows how long an answer to this question is. */
const USUAL_ANSWER_TOKENS = 400

/** Output tokens that have arrived, by their length. */
export function arrivedTokens(speaker: SpeakerView): number {
  return Math.round((speaker.text.length + speaker.reasoning.length) / CHARACTERS_PER_TOKEN)
}

/** Tokens a second since the first text, or null before there is enough to tell. */
export function tokenRate(speaker: SpeakerView, now: number): number | null {
  if (speaker.firstTextAt === null || now - speaker.firstTextAt < 500) return null
  return Math.round(arrivedTokens(speaker) / ((now - speaker.firstTextAt) / 1000))
}

export type Figure = { readonly value: number; readonly estimated: boolean }

export function memberTokens(speaker: SpeakerView): Figure | null {
  const usage = speaker.result?.usage
  if (usage) return { value: totalTokens(usage), estimated: usage.estimated }
  return speaker.state === 'streaming' ? { value: arrivedTokens(speaker), estimated: true } : null
}

/** The cost in micro-dollars; what has arrived so far is an estimate; null where the model has no price. */
export function memberCost(speaker: SpeakerView, model: ModelInfo | undefined, questionCharacters: number): Figure | null {
  if (speaker.result) return speaker.result.costMicros === null ? null : { value: speaker.result.costMicros, estimated: false }
  const price = model?.price
  if (speaker.state !== 'streaming' || !price) return null
  const input = questionCharacters / CHARACTERS_PER_TOKEN
  return {
    value: Math.ceil(input * price.inputPerMillion + arrivedTokens(speaker) * price.outputPerMillion),
    estimated: price.source !== 'free',
  }
}

/** Whether some of the run's tokens were counted by us and not reported. */
export function tokensEstimated(run: RunView): boolean {
  return run.speakers.some((speaker) => speaker.result?.usage?.estimated ?? false)
}

/** About what asking a member once more would cost, in micro-dollars; null where that is nothing or not known. */
export function retryCost(run: RunView, model: ModelInfo | undefined, questionCharacters: number): number | null {
  const price = model?.price
  if (!price || price.source === 'free') return null
  const lengths = run.speakers.flatMap((speaker) => (speaker.state === 'done' ? [arrivedTokens(speaker)] : []))
  const output = lengths.length === 0 ? USUAL_ANSWER_TOKENS : lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return Math.ceil((questionCharacters / CHARACTERS_PER_TOKEN) * price.inputPerMillion + output * price.outputPerMillion)
}

export function runTokens(run: RunView): number {
  return run.speakers.reduce((sum, speaker) => sum + (speaker.result?.usage ? totalTokens(speaker.result.usage) : 0), 0)
}

/** Speakers that used tokens of a model without a price. */
export function withoutPrice(run: RunView): number {
  return run.speakers.filter((speaker) => speaker.result !== null && speaker.result.usage !== null && speaker.result.costMicros === null)
    .length
}

/** The run's cost: "$0.0170", "No price", or both where one member has none. */
export function runCost(run: RunView): string {
  const unknown = withoutPrice(run)
  if (unknown === 0) return formatMoney(run.costMicros)
  return run.costMicros === 0 ? formatMoney(null) : m.chat.costAndUnknown(formatMoney(run.costMicros), unknown)
}
