import { z } from 'zod'
import type { Usage } from '../../../../shared/model.ts'

const count = z
  .number()
  .nonnegative()
  .nullish()
  .transform((value) => Math.round(value ?? 0))

/** Usage of chat completions with what the many servers add; a cost is in dollars. */
export const ChatUsage = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
  /** DeepSeek. */
  prompt_cache_hit_tokens: count,
  /** Perplexity, outside of completion_tokens. */
  reasoning_tokens: count,
  /** Perplexity: an object. OpenRouter: a number. */
  cost: z
    .union([z.number(), z.object({ total_cost: z.number() }).transform((cost) => cost.total_cost)])
    .nullish()
    .catch(null),
})
export type ChatUsage = z.infer<typeof ChatUsage>

/** Kinds that do not overlap. xAI and Perplexity count reasoning beside the completion, the others within it: the total tells. */
export function usageOfChat(reported: ChatUsage): Usage {
  const cacheRead = Math.max(reported.prompt_tokens_details?.cached_tokens ?? 0, reported.prompt_cache_hit_tokens)
  const cacheWrite = reported.prompt_tokens_details?.cache_write_tokens ?? 0
  const reasoning = reported.completion_tokens_details?.reasoning_tokens || reported.reasoning_tokens
  const beside = reported.reasoning_tokens > 0 || reported.total_tokens === reported.prompt_tokens + reported.completion_tokens + reasoning
  return {
    input: Math.max(0, reported.prompt_tokens - cacheRead - cacheWrite),
    cacheRead,
    cacheWrite,
    output: Math.max(0, reported.completion_tokens - (beside ? 0 : reasoning)),
    reasoning,
    estimated: false,
  }
}
