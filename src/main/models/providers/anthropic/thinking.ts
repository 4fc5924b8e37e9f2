import type { ThinkingConfigParam } from '@anthropic-ai/sdk/resources/messages'
import type { Parameters } from '../../../../shared/model.ts'
import { say, type Words } from '../../../../shared/sentence.ts'

/** The last generation that is told how many tokens to think; later ones are told how hard. */
const BUDGETED = /^claude-(3-7|opus-4-[015]|sonnet-4-[05]|haiku-4-5|opus-4-2|sonnet-4-2|opus-4$|sonnet-4$)/
/** These think whatever one asks, and refuse to be told not to. */
const ALWAYS_THINKS = /^claude-(fable|mythos)/
/** The API's least. */
const LEAST_BUDGET = 1024
const SHARE = { low: 0.25, medium: 0.5, high: 0.75 } as const

export interface Thinking {
  readonly thinking?: ThinkingConfigParam
  readonly output_config?: { readonly effort: 'low' | 'medium' | 'high' }
}

/**
 * How a Claude is asked to think. Thinking counts towards `max_tokens`, so a budget is a share of it.
 * Source: https://platform.claude.com/docs/en/build-with-claude/thinking
 */
export function thinkingFor(model: string, reasoning: Parameters['reasoning'], maxTokens: number, notes: Words[]): Thinking {
  if (reasoning === undefined) return {}
  if (reasoning === 'off' && ALWAYS_THINKS.test(model)) {
    notes.push(say('sent.least-reasoning', { who: model }))
    return { output_config: { effort: 'low' } }
  }
  if (reasoning === 'off') return BUDGETED.test(model) ? {} : { thinking: { type: 'disabled' } }
  if (!BUDGETED.test(model)) {
    return { thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: reasoning } }
  }
  const budget = Math.max(LEAST_BUDGET, Math.floor(maxTokens * SHARE[reasoning]))
  if (budget >= maxTokens) {
    notes.push(say('sent.no-room', { who: model, least: LEAST_BUDGET }))
    return {}
  }
  return { thinking: { type: 'enabled', budget_tokens: budget } }
}
