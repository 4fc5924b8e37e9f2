import { createHash } from 'node:crypto'
import type { AdapterAnswer, AdapterCall } from '../../src/main/models/adapter.ts'
import { familyCapabilities } from '../../src/main/models/catalogue/families.ts'
import { loadAdapter } from '../../src/main/models/load-adapter.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { type AttachmentRef, ModelRequest, type Part, type Usage } from '../../src/shared/model.ts'
import { inEnglish } from '../../src/shared/sentences/told.ts'
import type { ProviderKind } from '../../src/shared/settings.ts'
import type { VendorServer } from '../support/vendor-server/vendor-server.ts'

export type Vendor = { readonly kind: ProviderKind; readonly model: string; readonly name: string }

/** One model of each wire protocol; the first segment of the server's address is the kind. */
export const VENDORS: readonly Vendor[] = [
  { kind: 'openai', model: 'gpt-5', name: 'OpenAI' },
  { kind: 'anthropic', model: 'claude-opus-5-5', name: 'Anthropic' },
  { kind: 'google', model: 'gemini-2.5-pro', name: 'Google' },
  { kind: 'perplexity', model: 'sonar-reasoning-pro', name: 'Perplexity' },
  { kind: 'compatible', model: 'qwen3-30b', name: 'vLLM' },
]

/** A key that may appear nowhere but in the request's own header. */
export const KEY = 'sk-test-0123456789abcdef'

const files = new Map<string, Uint8Array>()

/** A file that `askVendor` can read; returns the part that names it. */
export function attach(name: string, mediaType: string, content: string): Part {
  const bytes = new TextEncoder().encode(content)
  const id = createHash('sha256').update(bytes).digest('hex')
  files.set(id, bytes)
  const attachment: AttachmentRef = { id, name, mediaType, bytes: bytes.length }
  return { type: 'attachment', attachment }
}

export async function readFile(id: string): Promise<Uint8Array> {
  const bytes = files.get(id)
  if (!bytes) throw new Error(`No file ${id}`)
  return bytes
}

/** A user's question as a request, with anything changed that a test is about. */
export function question(change: Partial<ModelRequest> = {}, text = 'Why is the sky blue?'): ModelRequest {
  return ModelRequest.parse({
    speaker: 'm1',
    model: 'any/model',
    turns: [{ role: 'user', parts: [{ type: 'text', text }] }],
    maxOutputTokens: 4096,
    ...change,
  })
}

export type Heard = { text: string; reasoning: string; pieces: number; usage: Usage | null; bytes: number }

export type Outcome =
  | { answer: Omit<AdapterAnswer, 'notes'> & { notes: string[] }; error: null; heard: Heard }
  | { answer: null; error: TuttiError; heard: Heard }

/** Asks a vendor's real adapter at the test server; what it throws is handed back. */
export async function askVendor(
  server: Pick<VendorServer, 'baseUrl'>,
  vendor: Vendor,
  request: ModelRequest = question(),
  change: Partial<Pick<AdapterCall, 'signal' | 'capabilities' | 'onDelta'>> & { readonly key?: string } = {},
): Promise<Outcome> {
  const heard: Heard = { text: '', reasoning: '', pieces: 0, usage: null, bytes: 0 }
  const adapter = await loadAdapter(vendor.kind)
  try {
    const answer = await adapter.ask({
      connection: { baseUrl: server.baseUrl(vendor.kind), key: change.key ?? KEY, name: vendor.name },
      model: vendor.model,
      request,
      capabilities: change.capabilities ?? familyCapabilities(vendor.kind, vendor.model),
      signal: change.signal ?? new AbortController().signal,
      attachment: readFile,
      onHeaders: () => {},
      onBytes: () => {
        heard.bytes += 1
      },
      onUsage: (usage) => {
        heard.usage = usage
      },
      onDelta: (channel, text) => {
        heard[channel] += text
        heard.pieces += 1
        change.onDelta?.(channel, text)
      },
    })
    return { answer: { ...answer, notes: answer.notes.map(inEnglish) }, error: null, heard }
  } catch (thrown) {
    return { answer: null, error: TuttiError.from(thrown), heard }
  }
}
