import { z } from 'zod'
import type { Citation } from '../../../../shared/model.ts'
import { ChatUsage } from './chat-usage.ts'

const optionalText = z.string().nullish()

/** One chunk of a chat completion, with what the many servers add to OpenAI's. Parsed, because not all of them keep to it. */
export const ChatChunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: optionalText,
            refusal: optionalText,
            /** DeepSeek, xAI, LM Studio. */
            reasoning_content: optionalText,
            /** Groq, OpenRouter, Ollama. */
            reasoning: optionalText,
            tool_calls: z
              .array(
                z.object({
                  index: z.number().int().nullish(),
                  id: optionalText,
                  function: z.object({ name: optionalText, arguments: optionalText }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finish_reason: optionalText,
      }),
    )
    .default([]),
  usage: ChatUsage.nullish(),
  /** Perplexity. */
  citations: z.array(z.string()).nullish().catch(null),
  search_results: z
    .array(z.object({ url: z.string(), title: optionalText }))
    .nullish()
    .catch(null),
})
export type ChatChunk = z.infer<typeof ChatChunk>

/** Sources in the order in which the answer numbers them. */
export function citationsOf({ citations, search_results }: ChatChunk): Citation[] {
  const titled = (search_results ?? []).map(({ url, title }): Citation => (title ? { url, title } : { url }))
  return [...(citations ?? []).map((url): Citation => ({ url })), ...titled]
}
