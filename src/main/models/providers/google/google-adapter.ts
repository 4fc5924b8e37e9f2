import type { GenerateContentConfig, GoogleGenAI } from '@google/genai'
import { say } from '../../../../shared/sentence.ts'
import type { Adapter, AdapterAnswer, AdapterCall, Connection, ListedModel } from '../../adapter.ts'
import { samplingFor } from '../../translate/parameter-notes.ts'
import { prepareTurns } from '../../translate/prepare-turns.ts'
import { openWire, type Wire } from '../../wire.ts'
import { googleContents, googleTools } from './google-contents.ts'
import { thinkingConfig } from './google-thinking.ts'
import { readContents } from './read-contents.ts'

const BASE_URL = 'https://generativelanguage.googleapis.com/v1beta'
const PAGE = 1000

/**
 * The SDK wants the address and the version apart. Where the address names no version it is v1beta rather than the SDK's v1:
 * the `-latest` aliases and previews exist only there.
 */
export function splitVersion(address: string): { baseUrl: string; apiVersion: string } {
  const [, baseUrl = address, apiVersion = 'v1beta'] = /^(.*?)(?:\/(v1(?:beta|alpha)?))?\/?$/.exec(address) ?? []
  return { baseUrl, apiVersion }
}

async function clientOf(connection: Connection, wire: Wire): Promise<GoogleGenAI> {
  const { GoogleGenAI: Client } = await import('@google/genai')
  const { baseUrl, apiVersion } = splitVersion(connection.baseUrl ?? BASE_URL)
  return new Client({
    apiKey: connection.key ?? 'none',
    vertexai: false,
    apiVersion,
    httpOptions: { baseUrl, apiVersion, fetch: wire.fetch },
  })
}

/** Gemma refuses a system instruction, so it is put before what the user says. */
function takesSystem(model: string): boolean {
  return !model.startsWith('gemma')
}

async function ask(call: AdapterCall): Promise<AdapterAnswer> {
  const { connection, model, label = model, request, capabilities, signal } = call
  const wire = openWire({ connection, signal, model, expects: 'text/event-stream', onBytes: call.onBytes, onHeaders: call.onHeaders })
  try {
    const inline =
      request.system && !takesSystem(model) ? [{ role: 'user' as const, parts: [{ type: 'text' as const, text: request.system }] }] : []
    const prepared = await prepareTurns([...inline, ...request.turns], { label, capabilities, attachment: call.attachment })
    const sampling = samplingFor(label, request.parameters, capabilities)
    const notes = [...prepared.notes, ...sampling.notes]
    if (inline.length > 0) notes.push(say('sent.system-first', { who: label }))
    const tools = capabilities.includes('tools') ? request.tools : []
    if (tools.length < request.tools.length) notes.push(say('sent.without-tools', { who: label }))
    const { ThinkingLevel } = await import('@google/genai')
    const config: GenerateContentConfig = {
      abortSignal: signal,
      maxOutputTokens: request.maxOutputTokens,
      ...(request.system && inline.length === 0 ? { systemInstruction: request.system } : {}),
      ...(sampling.temperature === undefined ? {} : { temperature: sampling.temperature }),
      ...(sampling.topP === undefined ? {} : { topP: sampling.topP }),
      ...(capabilities.includes('reasoning') ? { thinkingConfig: thinkingConfig(model, sampling.reasoning, ThinkingLevel, notes) } : {}),
      ...(tools.length > 0 ? { tools: [{ functionDeclarations: googleTools(tools) }] } : {}),
    }
    const client = await clientOf(connection, wire)
    const stream = await client.models.generateContentStream({ model, contents: googleContents(prepared.turns), config })
    return await readContents(stream, call, notes, wire)
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

async function listModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]> {
  const wire = openWire({ connection, signal, expects: 'application/json' })
  try {
    const client = await clientOf(connection, wire)
    const models: ListedModel[] = []
    for await (const model of await client.models.list({ config: { pageSize: PAGE, abortSignal: signal } })) {
      const id = model.name?.replace(/^models\//, '')
      if (id === undefined || !(model.supportedActions ?? ['generateContent']).includes('generateContent')) continue
      models.push({
        id,
        ...(model.displayName ? { label: model.displayName } : {}),
        ...(model.inputTokenLimit ? { contextWindow: model.inputTokenLimit } : {}),
        ...(model.outputTokenLimit ? { maxOutput: model.outputTokenLimit } : {}),
      })
    }
    wire.checkAborted()
    return models
  } catch (thrown) {
    throw wire.error(thrown)
  }
}

/** Google's Gemini API. */
export const googleAdapter: Adapter = { ask, listModels }
