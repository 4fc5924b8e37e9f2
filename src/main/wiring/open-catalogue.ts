import type { AppEventBody } from '../../shared/app-state.ts'
import type { ModelRef, ProviderId } from '../../shared/ids.ts'
import type { ModelInfo, ModelRequest } from '../../shared/model.ts'
import { demoAdapter } from '../demo/demo-adapter.ts'
import { DEMO_MODELS, DEMO_PROVIDER } from '../demo/demo-members.ts'
import type { Keys } from '../guard/keys.ts'
import type { Clock } from '../kernel/clock.ts'
import { Latencies } from '../kernel/latencies.ts'
import { Accounts } from '../kernel/resources/accounts.ts'
import { Resources } from '../kernel/resources/resources.ts'
import { CircuitBreakers } from '../models/links/circuit-breakers.ts'
import { ModelBook } from '../models/model-book.ts'
import { KNOWN_PROVIDERS, recogniseKey } from '../models/providers/known.ts'
import { automaticMembers } from '../orchestrators/advanced/automatic-members.ts'
import { builtInPresets } from '../orchestrators/advanced/presets.ts'
import { Models } from '../settings/models.ts'
import { Preferences } from '../settings/preferences.ts'
import { Presets } from '../settings/presets.ts'
import { Providers } from '../settings/providers.ts'
import type { Store } from '../store/open-store.ts'

/** Vendors that may be asked for one that failed: who waits for an answer does not wait for a third to fail. */
const MOST_SUBSTITUTES = 2

export interface CatalogueParts {
  readonly store: Store
  readonly keys: Keys
  readonly clock: Clock
  readonly publish: (event: AppEventBody) => void
  /** An endpoint rests, or answers again. */
  readonly onBreaker: (id: ProviderId) => void
}

export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>

/** Who can be asked, at which price and within which limits, and what the user set. Each change reaches every window. */
export async function openCatalogue({ store, keys, clock, publish, onBreaker }: CatalogueParts) {
  const book = await ModelBook.load({
    lists: store.settings,
    keyOf: (id) => keys.keyOf(id),
    adapters: { demo: demoAdapter(clock) },
    builtIn: DEMO_MODELS,
    now: clock.now,
  })
  const resources = new Resources(clock)
  const accounts = new Accounts(resources, clock)
  const breakers = new CircuitBreakers({ registry: book.registry, clock, onChange: breakerChanged })
  const models = await Models.load({ store: store.settings, source: book, onChange: modelsChanged })
  const providers = await Providers.load({
    store: store.settings,
    ready: KNOWN_PROVIDERS.map(({ variables: _, priceList: __, keyForms: ___, ...provider }) => provider),
    builtIn: [DEMO_PROVIDER],
    source: book,
    keys,
    recogniseKey,
    health: (id) => breakers.health(id),
    clock,
    onChange: modelsChanged,
  })
  const presets = await Presets.load({
    store: store.settings,
    builtIn: builtInPresets(),
    models: () => book.all(),
    askable,
    automaticMembers,
    publish,
    settings: () => preferences.settings,
  })
  const preferences = await Preferences.load(
    { store: store.settings, publish: settingsPublished, checkPreset: (id) => void presets.get(id) },
    [...store.notices, ...keys.notices],
  )
  return {
    book,
    latencies: new Latencies(),
    resources,
    accounts,
    breakers,
    models,
    providers,
    presets,
    preferences,
    askable,
    substitutesFor,
  }

  /** Models that may be chosen without being named: none that a policy keeps everything from. */
  function askable(): readonly ModelInfo[] {
    const { reach } = preferences.settings.policies
    return reach === 'anywhere' ? book.askable() : book.askable().filter(({ ref }) => book.registry.provider(ref).local)
  }

  /** What a preset asks, and in which order it stands, follows the settings. */
  function settingsPublished(event: AppEventBody): void {
    publish(event)
    if (event.type === 'settings-changed') presets.announce()
  }

  function modelsChanged(): void {
    publish({ type: 'models-changed', models: [...book.all()] })
    providersChanged()
    presets.announce()
  }

  function providersChanged(): void {
    for (const provider of providers.list()) accounts.configure(provider)
    publish({ type: 'providers-changed', providers: providers.list() })
  }

  function breakerChanged(id: ProviderId): void {
    onBreaker(id)
    providersChanged()
  }

  function substitutesFor(request: ModelRequest): readonly ModelRef[] {
    if (preferences.settings.resilience.substitute === 'off') return []
    const allowed = new Set(askable().map(({ ref }) => ref))
    const answering = book
      .equivalents(request)
      .filter((ref) => allowed.has(ref) && breakers.health(book.registry.provider(ref).id).state !== 'open')
    return answering.slice(0, MOST_SUBSTITUTES)
  }
}
