import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses'
import type { Parameters } from '../../../../shared/model.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import type { Adapter, AdapterAnswer, AdapterCall } from '../../adapter.ts'
import { samplingFor } from '../../translate/parameter-notes.ts'
import { prepareTurns } from '../../translate/prepare-turns.ts'
import { openWire } from '../../wire.ts'
import { chatClient } from '../compatible/ask-chat.ts'
import { listChatModels } from '../compatible/list-chat-models.ts'
import { readResponses } from './read-responses.ts'
import { responsesInput, responsesTools } from './responses-input.ts'

const BASE_URL = 'https://api.openai.com/v1'

type Reasoning = NonNullable<ResponseCreateParamsStreaming['reasoning']>

/** Models that reason whatever one asks: the o-series and the first GPT-5. */
function leastEffort(model: string): 'none' | 'minimal' | 'low' {
  if (/^o\d/.test(model)) return 'low'
  return /^gpt-5(-|$)/.test(model) ? 'minimal' : 'none'
}

/** Summaries are asked for only with an effort: some accounts must be verified before they may see them. */
function reasoningFor(model: string, reasoning: Parameters['reasoning'], notes: Words[]): Reasoning | null {
  if (reasoning === undefined) return null
  if (reasoning !== 'off') return { effort: reasoning, summary: 'auto' }
  const effort = leastEffort(model)
  if (effort !== 'none') notes.push(say('sent.least-reasoning', { who: model }))
  return { effort }
}

async function ask(call: AdapterCall): Promise<AdapterAnswer> {
  const { connection, model, label = model, request, capabilities, signal } = call
  const wire = openWire({ connection, signal, model, expects: 'text/event-stream', onBytes: call.onBytes, onHeaders: call.onHeaders })
  try {
    const prepared = await prepareTurns(request.turns, { label, capabilities, attachment: call.attachment })
    const sampling = samplingFor(label, request.parameters, capabilities)
    const notes = [...prepared.notes, ...sampling.notes]
    const reasoning = reasoningFor(model, sampling.reasoning, notes)
    const tools = capabilities.includes('tools') ? responsesTools(request.tools) : []
    const client = await chatClient(connection, connection.baseUrl ?? BASE_URL, wire)
    const body: ResponseCreateParamsStreaming = {
      model,
      input: responsesInput(prepared.turns),
      max_output_tokens: request.maxOutputTokens,
      // Conversations live here, not at the vendor.
      store: false,
      stream: true,
      ...(request.system ? { instructions: request.system } : {}),
      ...(sampling.temperature === undefined ? {} : { temperature: sampling.temperature }),
      ...(sampling.topP === undefined ? {} : { top_p: sampling.topP }),
      ...(reasoning ? { reasoning } : {}),
      ...(tools.length > 0 ? { tools } : {}),
    }
    const stream = await client.responses.create(body, { signal })
    return await readResponses(stream, call, notes, wire)
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

/** OpenAI itself, through its Responses. */
export const openaiAdapter: Adapter = {
  ask,
  listModels: async (connection, signal) => listChatModels(connection, connection.baseUrl ?? BASE_URL, signal),
}
