export type { ListedModel } from '../../shared/model.ts'

import type { Capability, Citation, ListedModel, ModelRequest, StopReason, ToolCall, Usage } from '../../shared/model.ts'
import type { Words } from '../../shared/sentence.ts'

/** Where and as whom a vendor is asked. */
export interface Connection {
  /** null: the vendor's own address. */
  readonly baseUrl: string | null
  /** null for local servers. Never logged, never part of an error. */
  readonly key: string | null
  /** The provider's name, for error sentences ("Google refused this key (401)."). */
  readonly name: string
}

/** What an adapter is handed for one call. */
export interface AdapterCall {
  readonly connection: Connection
  /** The vendor's own model id. */
  readonly model: string
  /** How the model is called in notes and errors; its id where left out. */
  readonly label?: string
  readonly request: ModelRequest
  readonly capabilities: readonly Capability[]
  readonly signal: AbortSignal
  /** Bytes of an attachment by its id. */
  readonly attachment: (id: string) => Promise<Uint8Array>
  readonly onDelta: (channel: 'text' | 'reasoning', text: string) => void
  /** Bytes arrived, with or without text in them: the vendor is alive. */
  readonly onBytes: () => void
  /** Headers of every answer, whatever its status: they tell the account's limits. */
  readonly onHeaders: (headers: Headers) => void
  /** What the vendor has reported so far; the last word counts, also where the call fails afterwards. */
  readonly onUsage: (usage: Usage) => void
}

/** What an adapter returns; price and time are the road's business. */
export interface AdapterAnswer {
  readonly text: string
  readonly reasoning: string
  readonly toolCalls: readonly ToolCall[]
  readonly citations: readonly Citation[]
  readonly stop: StopReason
  /** null where the vendor reported none. */
  readonly usage: Usage | null
  readonly vendorCostMicros: number | null
  /** What the vendor could not be given, in words. */
  readonly notes: readonly Words[]
}

/**
 * One wire protocol, through the vendor's own SDK, imported at first use.
 * Throws only TuttiError, with the codes of `shared/errors.ts`; the SDK's own retries are off.
 */
export interface Adapter {
  ask(call: AdapterCall): Promise<AdapterAnswer>
  listModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]>
}
