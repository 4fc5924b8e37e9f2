import type { ModelRef, ProviderId } from '../../shared/ids.ts'
import type { ModelInfo, Price } from '../../shared/model.ts'
import type { Provider } from '../../shared/settings.ts'

/** What the user decided about a model. null: nothing decided, so the catalogue's own value counts. */
export interface ModelPreference {
  readonly ref: ModelRef
  readonly enabled: boolean | null
  /** The user wrote the id; the vendor's list does not name it. */
  readonly typed: boolean
  readonly price: Omit<Price, 'source'> | null
}

/** What this room needs of the models room: who can be asked at the moment. */
export interface ModelSource {
  all(): readonly ModelInfo[]
  /** Throws `unknown-model`, with near matches. */
  info(ref: ModelRef): ModelInfo
  setProviders(providers: readonly Provider[]): void
  setPreferences(preferences: readonly ModelPreference[]): Promise<void>
  /** Asks the vendor for its models, which needs a working key and address. Resolves with how many it named. */
  refresh(provider: ProviderId, signal: AbortSignal): Promise<number>
  /** Addresses of local servers that answer at the moment. */
  findLocal(signal: AbortSignal): Promise<readonly ProviderId[]>
}
