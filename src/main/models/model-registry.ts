import { TuttiError } from '../../shared/errors.ts'
import { type ModelRef, type ProviderId, splitModelRef } from '../../shared/ids.ts'
import type { ModelInfo, ModelRequest, Price } from '../../shared/model.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Provider, ProviderKind } from '../../shared/settings.ts'
import type { Adapter, Connection, ListedModel } from './adapter.ts'
import { describeModel } from './catalogue/describe-model.ts'
import { isChatModel } from './catalogue/families.ts'
import { loadPriceList, type PriceList } from './catalogue/price-list.ts'
import { type Quote, quote } from './catalogue/quote.ts'
import { loadAdapter } from './load-adapter.ts'
import { nearMatches } from './near-matches.ts'
import { knownProvider } from './providers/known.ts'

/** A provider with more models than this (OpenRouter) has them off until the user turns some on. */
const MANY_MODELS = 80
/** `gpt-5-2025-08-07` beside `gpt-5` is the same model with its date. */
const DATED = /-(\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$/

/** What is kept of models between starts; others store it. */
export interface ModelRecords {
  /** The last list of each provider, by its id. */
  readonly listed: Readonly<Record<string, readonly ListedModel[]>>
  /** Ids that the user wrote. */
  readonly typed: readonly ModelRef[]
  /** On or off by the user's choice; what is not named has its default. */
  readonly enabled: Readonly<Record<string, boolean>>
  /** The user's own prices. */
  readonly prices: Readonly<Record<string, Price>>
}

export const NO_RECORDS: ModelRecords = { listed: {}, typed: [], enabled: {}, prices: {} }

/** Everything is asked for when it is needed, so that a change in the settings is in force at once. */
export interface RegistryOptions {
  readonly providers: () => readonly Provider[]
  readonly keyOf: (provider: ProviderId) => string | null
  readonly records: () => ModelRecords
  /** Adapters that are not of a vendor: the demo ensemble's. */
  readonly adapters?: Partial<Record<ProviderKind, Adapter>>
  /** Models that are there without a list. */
  readonly builtIn?: readonly ModelInfo[]
  readonly now?: () => number
}

export interface ModelRegistry {
  /** Loads the price list. `info`, `all` and `quote` throw until this is done once. */
  load(): Promise<void>
  /** Throws `unknown-provider` or `unknown-model`, which names models that look like it. */
  info(ref: ModelRef): ModelInfo
  /** Every model of the enabled providers: built-in, listed, typed. */
  all(): ModelInfo[]
  /** Those that are on and whose provider has the key that it needs. */
  askable(): ModelInfo[]
  provider(ref: ModelRef): Provider
  adapterFor(ref: ModelRef): Promise<Adapter>
  /** Throws `no-key` where the provider needs one. */
  connectionFor(ref: ModelRef): Connection
  /** Asks the provider for its models; the caller stores them in the records. Throws what the adapter throws. */
  refresh(provider: ProviderId, signal: AbortSignal): Promise<ListedModel[]>
  /** What a call may cost; null without a price. */
  readonly quote: (request: ModelRequest) => Quote | null
}

export function createModelRegistry(options: RegistryOptions): ModelRegistry {
  const { providers, keyOf, records, adapters = {}, builtIn = [], now = Date.now } = options
  let prices: PriceList | null = null
  /** Several links ask what the same request may cost. */
  const quotes = new WeakMap<ModelRequest, Quote | null>()
  let loading: Promise<PriceList> | null = null

  function loadedPrices(): PriceList {
    if (prices) return prices
    throw new TuttiError('internal', 'The price list was asked before it was loaded.')
  }

  function providerOf(id: ProviderId): Provider {
    const provider = providers().find((candidate) => candidate.id === id)
    if (provider) return provider
    const near = nearMatches(
      id,
      providers().map((candidate) => candidate.id),
    )
    throw new TuttiError('unknown-provider', `There is no provider ${id}.${suggestion(near)} Add it under Settings, Providers.`, {
      data: { provider: id },
    })
  }

  function describe(provider: Provider, listed: ListedModel, origin: 'listed' | 'typed', enabled: boolean): ModelInfo {
    const { enabled: chosen, prices: overrides } = records()
    const ref = `${provider.id}/${listed.id}`
    return describeModel({
      provider,
      listed,
      origin,
      enabled: chosen[ref] ?? enabled,
      override: overrides[ref] ?? null,
      priceList: knownProvider(provider.id)?.priceList ?? (provider.kind === 'compatible' ? null : provider.kind),
      prices: loadedPrices(),
      at: now(),
    })
  }

  function modelsOf(provider: Provider): ModelInfo[] {
    const { listed, typed } = records()
    const list = listed[provider.id] ?? []
    const ids = new Set(list.map((model) => model.id))
    const isDatedTwin = (id: string) => DATED.test(id) && ids.has(id.replace(DATED, ''))
    const usual = list.length <= MANY_MODELS
    const written = typed.map(splitModelRef).filter(({ provider: of, model }) => of === provider.id && !ids.has(model))
    return [
      ...list.map((model) => describe(provider, model, 'listed', usual && !isDatedTwin(model.id))),
      ...written.map(({ model }) => describe(provider, { id: model }, 'typed', true)),
    ]
  }

  function lacksKey(provider: Provider): boolean {
    const knownVariables = knownProvider(provider.id)?.variables.length ?? 0
    const needsKey = !provider.local && provider.kind !== 'demo' && (provider.kind !== 'compatible' || knownVariables > 0)
    return needsKey && keyOf(provider.id) === null
  }

  function connectionOf(provider: Provider): Connection {
    const key = keyOf(provider.id)
    if (lacksKey(provider)) {
      const variable = knownProvider(provider.id)?.variables[0]
      const who = provider.name
      const words = variable === undefined ? say('vendor.no-key', { who }) : say('vendor.no-key-set', { who, variable })
      throw failure('no-key', words, { data: { provider: who } })
    }
    return { baseUrl: provider.baseUrl, key, name: provider.name }
  }

  const registry: ModelRegistry = {
    async load() {
      loading ??= loadPriceList()
      prices = await loading
    },
    info(ref) {
      const own = builtIn.find((model) => model.ref === ref)
      if (own) return own
      const { provider: id, model } = splitModelRef(ref)
      const provider = providerOf(id)
      const list = records().listed[id] ?? []
      const listed = list.find((candidate) => candidate.id === model)
      if (listed) return describe(provider, listed, 'listed', true)
      // A provider that was never listed may have any model; one that was has those, and those that the user wrote.
      if (list.length === 0 || records().typed.includes(ref)) return describe(provider, { id: model }, 'typed', true)
      const near = nearMatches(
        model,
        list.map((candidate) => candidate.id),
      )
      throw new TuttiError(
        'unknown-model',
        `${provider.name} lists no model ${model}.${suggestion(near)} Refresh its models or add the id under Settings, Models and prices.`,
        { data: { provider: provider.name, model } },
      )
    },
    all: () => [
      ...builtIn,
      ...providers()
        .filter(({ enabled, kind }) => enabled && kind !== 'demo')
        .flatMap(modelsOf),
    ],
    askable: () => registry.all().filter((model) => model.enabled && (model.simulated || !lacksKey(registry.provider(model.ref)))),
    provider: (ref) => providerOf(splitModelRef(ref).provider),
    async adapterFor(ref) {
      const { kind } = registry.provider(ref)
      return adapters[kind] ?? (await loadAdapter(kind))
    },
    connectionFor: (ref) => connectionOf(registry.provider(ref)),
    async refresh(id, signal) {
      const provider = providerOf(id)
      const connection = connectionOf(provider)
      const adapter = adapters[provider.kind] ?? (await loadAdapter(provider.kind))
      const models = await adapter.listModels(connection, signal)
      return models.filter((model) => isChatModel(model.id))
    },
    quote(request) {
      const known = quotes.get(request)
      if (known !== undefined) return known
      const { price } = registry.info(request.model)
      const made = price && quote(price, request)
      quotes.set(request, made)
      return made
    },
  }
  return registry
}

function suggestion(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`
}
