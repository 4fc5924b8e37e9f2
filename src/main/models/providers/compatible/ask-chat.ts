import type OpenAI from 'openai'
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import type { Parameters, StopReason } from '../../../../shared/model.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { failure } from '../../../../shared/sentences/told.ts'
import type { AdapterAnswer, AdapterCall, Connection } from '../../adapter.ts'
import { createCollector } from '../../collector.ts'
import { samplingFor } from '../../translate/parameter-notes.ts'
import { prepareTurns } from '../../translate/prepare-turns.ts'
import { cutError, malformedError, refusedError } from '../../vendor-error.ts'
import { openWire, type Wire } from '../../wire.ts'
import { ChatChunk, citationsOf } from './chat-chunk.ts'
import { chatMessages, chatTools } from './chat-messages.ts'
import { usageOfChat } from './chat-usage.ts'
import { createThinkTags } from './think-tags.ts'

const STOPS: Readonly<Record<string, StopReason>> = {
  stop: 'end',
  length: 'length',
  tool_calls: 'tool',
  function_call: 'tool',
  content_filter: 'refusal',
}

/** These report usage unasked and refuse the option that asks for it. */
const NO_STREAM_OPTIONS = /(^|\.)(mistral\.ai|perplexity\.ai)$/

/** These know low, medium and high, and nothing below. */
const ALWAYS_REASONS = /gpt-oss|grok|magistral|sonar/i

function effortFor(model: string, reasoning: Parameters['reasoning'], notes: Words[]): 'none' | 'low' | 'medium' | 'high' | null {
  if (reasoning === undefined) return null
  if (reasoning !== 'off') return reasoning
  if (!ALWAYS_REASONS.test(model)) return 'none'
  notes.push(say('sent.least-reasoning', { who: model }))
  return 'low'
}

/** Gives the SDK's client for one call; servers without keys still want the header to be well formed. */
export async function chatClient(connection: Connection, baseUrl: string, wire: Wire): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  return new Client({
    apiKey: connection.key ?? 'none',
    baseURL: baseUrl,
    maxRetries: 0,
    fetch: wire.fetch,
    logLevel: 'off',
    organization: null,
    project: null,
  })
}

/** Asks a server that speaks OpenAI's chat completions. */
export async function askChat(call: AdapterCall, baseUrl: string): Promise<AdapterAnswer> {
  const { connection, model, label = model, request, capabilities, signal } = call
  const wire = openWire({ connection, signal, model, expects: 'text/event-stream', onBytes: call.onBytes, onHeaders: call.onHeaders })
  try {
    const prepared = await prepareTurns(request.turns, { label, capabilities, attachment: call.attachment })
    const sampling = samplingFor(label, request.parameters, capabilities)
    const tools = capabilities.includes('tools') ? chatTools(request.tools) : []
    const notes = [...prepared.notes, ...sampling.notes]
    const effort = effortFor(model, sampling.reasoning, notes)
    if (request.tools.length > tools.length) notes.push(say('sent.without-tools', { who: label }))
    const client = await chatClient(connection, baseUrl, wire)
    const body: ChatCompletionCreateParamsStreaming = {
      model,
      messages: chatMessages(request.system, prepared.turns),
      max_tokens: request.maxOutputTokens,
      stream: true,
      ...(NO_STREAM_OPTIONS.test(new URL(baseUrl).hostname) ? {} : { stream_options: { include_usage: true } }),
      ...(sampling.temperature === undefined ? {} : { temperature: sampling.temperature }),
      ...(sampling.topP === undefined ? {} : { top_p: sampling.topP }),
      ...(effort === null ? {} : { reasoning_effort: effort }),
      ...(tools.length > 0 ? { tools } : {}),
    }
    const stream = await client.chat.completions.create(body, { signal })
    return await readChat(stream, call, notes, wire)
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

async function readChat(stream: AsyncIterable<unknown>, call: AdapterCall, notes: readonly Words[], wire: Wire): Promise<AdapterAnswer> {
  const { connection, model, label = model } = call
  const collector = createCollector(call)
  const text = createThinkTags(collector.text, collector.reasoning)
  let finish: string | null = null
  let refused = false
  for await (const event of stream) {
    const parsed = ChatChunk.safeParse(event)
    if (!parsed.success) throw malformedError(connection, 'an event of another shape')
    const chunk = parsed.data
    const choice = chunk.choices[0]
    collector.reasoning(choice?.delta?.reasoning_content ?? choice?.delta?.reasoning ?? '')
    text.push(choice?.delta?.content ?? '')
    if (choice?.delta?.refusal) {
      refused = true
      text.push(choice.delta.refusal)
    }
    for (const [place, piece] of (choice?.delta?.tool_calls ?? []).entries()) {
      const { name, arguments: args } = piece.function ?? {}
      collector.toolCall(piece.index ?? place, { id: piece.id ?? undefined, name: name ?? undefined, arguments: args ?? undefined })
    }
    finish = choice?.finish_reason ?? finish
    if (chunk.usage) collector.usage(usageOfChat(chunk.usage))
    if (typeof chunk.usage?.cost === 'number') collector.vendorCost(chunk.usage.cost)
    collector.cite(citationsOf(chunk))
  }
  text.flush()
  wire.checkAborted()
  if (finish === 'error') throw failure('vendor-error', say('vendor.broke-off', { who: connection.name }))
  if (finish === null) throw cutError(connection)
  const stop = STOPS[finish] ?? 'end'
  if (refused || stop === 'refusal') throw refusedError(connection, label, finish === 'content_filter' ? 'content filter' : null)
  return collector.answer(stop, notes)
}
