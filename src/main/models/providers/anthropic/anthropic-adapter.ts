import type Anthropic from '@anthropic-ai/sdk'
import type { MessageCreateParamsStreaming, ModelInfo } from '@anthropic-ai/sdk/resources'
import type { Capability } from '../../../../shared/model.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import type { Adapter, AdapterAnswer, AdapterCall, Connection, ListedModel } from '../../adapter.ts'
import { takesTemperature } from '../../catalogue/families.ts'
import { type Sampling, samplingFor } from '../../translate/parameter-notes.ts'
import { prepareTurns } from '../../translate/prepare-turns.ts'
import { openWire, type Wire } from '../../wire.ts'
import { anthropicTools, anthropicTurns } from './anthropic-messages.ts'
import { readMessages } from './read-messages.ts'
import { type Thinking, thinkingFor } from './thinking.ts'

const BASE_URL = 'https://api.anthropic.com'
const PAGE = 1000

/** Models up to 4.6 still take these; the SDK's types name only what the newest take. */
type Body = MessageCreateParamsStreaming & { temperature?: number; top_p?: number }

async function clientOf(connection: Connection, wire: Wire): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk')
  return new Client({
    apiKey: connection.key,
    authToken: null,
    // The SDK adds /v1 itself; an address copied with it is taken too.
    baseURL: (connection.baseUrl ?? BASE_URL).replace(/\/v1\/?$/, ''),
    maxRetries: 0,
    fetch: wire.fetch,
    logLevel: 'off',
  })
}

/** The API's temperature ends at 1; it takes a temperature or a top-p, and neither while the model thinks. */
function samplingOf(
  asked: Sampling,
  { thinking }: Thinking,
  label: string,
  notes: Words[],
): Partial<Pick<Sampling, 'temperature' | 'topP'>> {
  const { temperature, topP } = asked
  if (thinking !== undefined && thinking.type !== 'disabled') {
    if (temperature !== undefined || topP !== undefined) notes.push(say('sent.no-sampling', { who: label }))
    return {}
  }
  if (temperature === undefined) return { topP }
  if (temperature > 1) notes.push(say('sent.cooler', { who: label }))
  if (topP !== undefined) notes.push(say('sent.one-of-two', { who: label }))
  return { temperature: Math.min(1, temperature) }
}

async function ask(call: AdapterCall): Promise<AdapterAnswer> {
  const { connection, model, label = model, request, capabilities, signal } = call
  const wire = openWire({ connection, signal, model, expects: 'text/event-stream', onBytes: call.onBytes, onHeaders: call.onHeaders })
  try {
    const prepared = await prepareTurns(request.turns, { label, capabilities, attachment: call.attachment })
    const sampling = samplingFor(label, request.parameters, capabilities)
    const notes = [...prepared.notes, ...sampling.notes]
    const thinking = thinkingFor(model, sampling.reasoning, request.maxOutputTokens, notes)
    const { temperature, topP } = samplingOf(sampling, thinking, label, notes)
    const client = await clientOf(connection, wire)
    const body: Body = {
      model,
      max_tokens: request.maxOutputTokens,
      messages: anthropicTurns(prepared.turns),
      stream: true,
      ...thinking,
      ...(request.system ? { system: request.system } : {}),
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP === undefined ? {} : { top_p: topP }),
      ...(request.tools.length > 0 ? { tools: anthropicTools(request.tools) } : {}),
    }
    const stream = await client.messages.create(body, { signal })
    return await readMessages(stream, call, notes, wire)
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

function capabilitiesOf({ id, capabilities }: ModelInfo): Capability[] | undefined {
  if (!capabilities) return undefined
  return [
    'text',
    'tools',
    ...(capabilities.thinking?.supported ? (['reasoning'] as const) : []),
    ...(capabilities.image_input?.supported ? (['images'] as const) : []),
    ...(capabilities.pdf_input?.supported ? (['pdf'] as const) : []),
    ...(takesTemperature(id) ? (['temperature'] as const) : []),
  ]
}

async function listModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]> {
  const wire = openWire({ connection, signal, expects: 'application/json' })
  try {
    const client = await clientOf(connection, wire)
    const models: ListedModel[] = []
    for await (const model of client.models.list({ limit: PAGE }, { signal })) {
      const capabilities = capabilitiesOf(model)
      models.push({
        id: model.id,
        label: model.display_name,
        ...(model.max_input_tokens ? { contextWindow: model.max_input_tokens } : {}),
        ...(model.max_tokens ? { maxOutput: model.max_tokens } : {}),
        ...(capabilities ? { capabilities } : {}),
      })
    }
    wire.checkAborted()
    return models
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

/** Anthropic's Messages. */
export const anthropicAdapter: Adapter = { ask, listModels }
