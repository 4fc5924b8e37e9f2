import type { ModelRef, ProviderId } from '../../shared/ids.ts'
import type { ListedModel, ModelInfo, ModelRequest, Price } from '../../shared/model.ts'
import type { Provider, Resilience } from '../../shared/settings.ts'
import { equivalents } from './catalogue/equivalents.ts'
import type { Quote } from './catalogue/quote.ts'
import { createModelRegistry, type ModelRegistry, NO_RECORDS, type RegistryOptions } from './model-registry.ts'
import { findLocalServers } from './providers/local-servers.ts'

/** What the user decided about a model; null: nothing decided. */
interface Preference {
  readonly ref: ModelRef
  readonly enabled: boolean | null
  readonly typed: boolean
  readonly price: Omit<Price, 'source'> | null
}

export interface ModelBookParts extends Pick<RegistryOptions, 'keyOf' | 'adapters' | 'builtIn' | 'now'> {
  readonly lists: {
    modelLists(): Promise<readonly { provider: ProviderId; models: ListedModel[] }[]>
    saveModelList(list: { provider: ProviderId; models: ListedModel[] }): Promise<void>
  }
}

/** What is known of models at the moment: the vendors' last lists, kept between starts, and the user's choices. Feeds the registry. */
export class ModelBook {
  readonly registry: ModelRegistry
  readonly #parts: ModelBookParts
  #providers: readonly Provider[] = []
  #records = NO_RECORDS
  #models: readonly ModelInfo[] | null = null
  #askable: readonly ModelInfo[] | null = null
  #needsPrices = false

  private constructor(parts: ModelBookParts) {
    this.#parts = parts
    this.registry = createModelRegistry({ ...parts, providers: () => this.#providers, records: () => this.#records })
  }

  static async load(parts: ModelBookParts): Promise<ModelBook> {
    const book = new ModelBook(parts)
    const lists = await parts.lists.modelLists()
    book.#records = { ...book.#records, listed: Object.fromEntries(lists.map((list) => [list.provider, list.models])) }
    book.#needsPrices = lists.length > 0
    await book.prepare()
    return book
  }

  /** Loads the price list as soon as there is a model that may have a price; the demo alone needs none. */
  async prepare(refs: readonly ModelRef[] = []): Promise<void> {
    this.#needsPrices ||= refs.some((ref) => this.registry.provider(ref).kind !== 'demo')
    if (this.#needsPrices) await this.registry.load()
  }

  all(): readonly ModelInfo[] {
    this.#models ??= this.registry.all()
    return this.#models
  }

  /** Models that a preset without members of its own may choose from. */
  askable(): readonly ModelInfo[] {
    this.#askable ??= this.registry.askable()
    return this.#askable
  }

  info(ref: ModelRef): ModelInfo {
    return this.registry.info(ref)
  }

  /** Models of other vendors that can answer this request in place of the asked one, the nearest first. */
  equivalents(request: ModelRequest): ModelRef[] {
    return equivalents(this.info(request.model), request, this.askable()).map(({ ref }) => ref)
  }

  /** What a call is likely to cost, and what it can cost at most with all that may be done where it is slow or fails; null without a price. */
  cost(request: ModelRequest, { hedge, substitute }: Resilience): Pick<Quote, 'aboutMicros' | 'atMostMicros'> | null {
    const own = this.registry.quote(request)
    if (own === null) return null
    const others = substitute === 'off' ? [] : this.equivalents(request).map((model) => this.registry.quote({ ...request, model }))
    const most = Math.max(own.atMostMicros, ...others.map((other) => other?.atMostMicros ?? 0))
    return { aboutMicros: own.aboutMicros, atMostMicros: hedge ? 2 * most : most }
  }

  setProviders(providers: readonly Provider[]): void {
    this.#providers = providers
    this.#forget()
  }

  async setPreferences(preferences: readonly Preference[]): Promise<void> {
    const typed = preferences.flatMap(({ ref, typed: written }) => (written ? [ref] : []))
    const enabled = preferences.flatMap(({ ref, enabled: on }) => (on === null ? [] : [[ref, on] as const]))
    const prices = preferences.flatMap(({ ref, price }) => (price === null ? [] : [[ref, { ...price, source: 'user' as const }] as const]))
    this.#needsPrices ||= typed.length > 0
    await this.prepare()
    this.#records = { ...this.#records, typed, enabled: Object.fromEntries(enabled), prices: Object.fromEntries(prices) }
    this.#forget()
  }

  /** Asks the vendor for its models and keeps the list. Resolves with how many it named. */
  async refresh(provider: ProviderId, signal: AbortSignal): Promise<number> {
    const models = await this.registry.refresh(provider, signal)
    this.#needsPrices = true
    await this.prepare()
    await this.#parts.lists.saveModelList({ provider, models })
    this.#records = { ...this.#records, listed: { ...this.#records.listed, [provider]: models } }
    this.#forget()
    return models.length
  }

  #forget(): void {
    this.#models = null
    this.#askable = null
  }

  /** Servers of this computer that answer at the moment. */
  async findLocal(signal: AbortSignal): Promise<readonly ProviderId[]> {
    const candidates = this.#providers.filter((provider) => provider.local && provider.enabled && provider.kind !== 'demo')
    return (await findLocalServers(signal, candidates)).map(({ provider }) => provider.id)
  }
}
