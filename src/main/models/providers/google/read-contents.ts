import type { GenerateContentResponse, GenerateContentResponseUsageMetadata } from '@google/genai'
import type { StopReason, Usage } from '../../../../shared/model.ts'
import type { Words } from '../../../../shared/sentence.ts'
import type { AdapterAnswer, AdapterCall } from '../../adapter.ts'
import { createCollector } from '../../collector.ts'
import { cutError, malformedError, refusedError } from '../../vendor-error.ts'
import type { Wire } from '../../wire.ts'

const STOPS: Readonly<Record<string, StopReason>> = { STOP: 'end', MAX_TOKENS: 'length' }
const REFUSALS: ReadonlySet<string> = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'LANGUAGE'])
const BROKEN: ReadonlySet<string> = new Set(['MALFORMED_FUNCTION_CALL', 'MALFORMED_RESPONSE', 'UNEXPECTED_TOOL_CALL'])

function usageOf(reported: GenerateContentResponseUsageMetadata): Usage {
  const cacheRead = reported.cachedContentTokenCount ?? 0
  return {
    input: Math.max(0, (reported.promptTokenCount ?? 0) - cacheRead) + (reported.toolUsePromptTokenCount ?? 0),
    cacheRead,
    cacheWrite: 0,
    output: reported.candidatesTokenCount ?? 0,
    reasoning: reported.thoughtsTokenCount ?? 0,
    estimated: false,
  }
}

/** Reads a stream of Google's generateContent to its end. Throws `cut` where it ends without a finish reason. */
export async function readContents(
  stream: AsyncIterable<GenerateContentResponse>,
  call: AdapterCall,
  notes: readonly Words[],
  wire: Wire,
): Promise<AdapterAnswer> {
  const { connection, model, label = model } = call
  const collector = createCollector(call)
  let finish: string | null = null
  let blocked: string | null = null
  let calls = 0
  for await (const chunk of stream) {
    const candidate = chunk.candidates?.[0]
    for (const part of candidate?.content?.parts ?? []) {
      if (part.functionCall) {
        const { id, name, args } = part.functionCall
        collector.toolCall(calls++, { id, name, arguments: JSON.stringify(args ?? {}) })
      } else if (part.thought) collector.reasoning(part.text ?? '')
      else collector.text(part.text ?? '')
    }
    const sources = candidate?.groundingMetadata?.groundingChunks ?? []
    collector.cite(sources.flatMap(({ web }) => (web?.uri ? [{ url: web.uri, ...(web.title ? { title: web.title } : {}) }] : [])))
    finish = candidate?.finishReason ?? finish
    blocked = chunk.promptFeedback?.blockReason ?? blocked
    if (chunk.usageMetadata) collector.usage(usageOf(chunk.usageMetadata))
  }
  wire.checkAborted()
  if (blocked !== null) throw refusedError(connection, label, blocked)
  if (finish === null) throw cutError(connection)
  if (REFUSALS.has(finish)) throw refusedError(connection, label, finish)
  if (BROKEN.has(finish)) throw malformedError(connection, finish)
  return collector.answer(STOPS[finish] ?? 'end', notes)
}
