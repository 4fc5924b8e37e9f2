import type { BreakerHealth } from '../../shared/breaker-health.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ProviderId } from '../../shared/ids.ts'
import { say } from '../../shared/sentence.ts'
import { failure, told, wordsOf } from '../../shared/sentences/told.ts'
import type { Provider, ProviderView } from '../../shared/settings.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ModelSource } from './model-source.ts'

type Status = ProviderView['status']

export interface ProvidersParts {
  readonly store: {
    providers(): Promise<Provider[]>
    saveProvider(provider: Provider): Promise<void>
    removeProvider(id: ProviderId): Promise<void>
  }
  /** Ready entries; the user's changes to one are stored under its id. */
  readonly ready: readonly Provider[]
  /** Asked like the others but not the user's to change: the demo ensemble. */
  readonly builtIn: readonly Provider[]
  readonly source: ModelSource
  readonly keys: {
    keyOf(id: ProviderId): string | null
    view(id: ProviderId): ProviderView['key']
    set(id: ProviderId, key: string): Promise<void>
    remove(id: ProviderId): Promise<void>
  }
  /** Of the provider's circuit breaker. */
  readonly health: (id: ProviderId) => BreakerHealth
  readonly recogniseKey: (key: string) => ProviderId | null
  readonly clock: Clock
  readonly onChange: () => void
}

const UNTESTED: Status = { state: 'untested', text: '', latencyMs: null, at: null }
const TEST_TIMEOUT_MS = 20_000

/** The vendors and servers that can be asked, their keys and what the last test of each said. */
export class Providers {
  readonly #parts: ProvidersParts
  readonly #status = new Map<ProviderId, Status>()
  #own: readonly Provider[]

  private constructor(parts: ProvidersParts, own: readonly Provider[]) {
    this.#parts = parts
    this.#own = own
    parts.source.setProviders([...this.#all(), ...parts.builtIn])
  }

  static async load(parts: ProvidersParts): Promise<Providers> {
    return new Providers(parts, await parts.store.providers())
  }

  list(): ProviderView[] {
    const models = this.#parts.source.all()
    return this.#all().map((provider) => {
      const own = models.filter((model) => model.provider === provider.id)
      const shipped = this.#parts.ready.find((ready) => ready.id === provider.id)
      return {
        ...provider,
        ...(shipped === undefined ? {} : { shippedUrl: shipped.baseUrl }),
        key: this.#parts.keys.view(provider.id),
        status: this.#status.get(provider.id) ?? UNTESTED,
        health: this.#parts.health(provider.id),
        models: { enabled: own.filter((model) => model.enabled).length, total: own.length },
      }
    })
  }

  /** Why a provider cannot be saved: the field and the remedy; null where it can. */
  refusal({ kind, baseUrl }: Provider): string | null {
    if (kind === 'demo') return 'kind: the demo ensemble is built in. Choose another kind.'
    if (kind !== 'compatible' || baseUrl !== null) return null
    return 'baseUrl: an OpenAI-compatible endpoint needs its address, for example https://llm.example.com/v1.'
  }

  /** Adds or changes a provider. A new address is asked for its models. */
  async save(provider: Provider): Promise<ProviderView> {
    const refusal = this.refusal(provider)
    if (refusal !== null) throw new TuttiError('invalid-input', refusal, { data: { field: refusal.slice(0, refusal.indexOf(':')) } })
    const before = this.#all().find((candidate) => candidate.id === provider.id)
    await this.#parts.store.saveProvider(provider)
    const known = this.#own.some((own) => own.id === provider.id)
    this.#own = known ? this.#own.map((own) => (own.id === provider.id ? provider : own)) : [...this.#own, provider]
    if (before?.baseUrl !== provider.baseUrl) this.#status.delete(provider.id)
    this.#changed()
    return this.#view(provider.id)
  }

  /** Keeps a key and tests it. Without an id the provider is recognised by the key's form. */
  async setKey(id: ProviderId | undefined, key: string, signal?: AbortSignal): Promise<ProviderView> {
    const provider = id ?? this.#parts.recogniseKey(key)
    if (provider === null) {
      throw failure('invalid-input', say('refused.unknown-key'), {
        data: { field: 'key' },
      })
    }
    this.#find(provider)
    await this.#parts.keys.set(provider, key)
    return this.test(provider, signal)
  }

  async removeKey(id: ProviderId): Promise<ProviderView> {
    await this.#parts.keys.remove(id)
    this.#status.delete(id)
    this.#changed()
    return this.#view(id)
  }

  /** Asks for the vendor's models; what it says becomes the provider's status. */
  async test(id: ProviderId, signal?: AbortSignal): Promise<ProviderView> {
    const { clock, source } = this.#parts
    this.#find(id)
    const startedAt = clock.now()
    const timeout = AbortSignal.timeout(TEST_TIMEOUT_MS)
    try {
      const count = await source.refresh(id, signal === undefined ? timeout : AbortSignal.any([timeout, signal]))
      const text = say('vendor.answered', { n: count })
      this.#status.set(id, { state: 'ok', ...told({ text }), latencyMs: clock.now() - startedAt, at: clock.now() })
    } catch (thrown) {
      const error = timeout.aborted ? failure('timeout', say('vendor.test-slow', { n: TEST_TIMEOUT_MS / 1000 })) : TuttiError.from(thrown)
      this.#status.set(id, { state: 'failed', ...told({ text: wordsOf(error) }), latencyMs: null, at: clock.now() })
    }
    this.#changed()
    return this.#view(id)
  }

  async remove(id: ProviderId): Promise<void> {
    this.#find(id)
    await this.#parts.keys.remove(id)
    await this.#parts.store.removeProvider(id)
    this.#own = this.#own.filter((own) => own.id !== id)
    this.#status.delete(id)
    this.#changed()
  }

  /** At the start: local servers are looked for, and every provider with a key says which models it has. */
  async discover(signal: AbortSignal): Promise<void> {
    const found = new Set(await this.#parts.source.findLocal(signal))
    for (const provider of this.#all()) {
      if (provider.local && !found.has(provider.id)) this.#status.set(provider.id, { ...UNTESTED, state: 'absent' })
    }
    const reachable = this.#all().filter(
      (provider) => provider.enabled && (found.has(provider.id) || this.#parts.keys.keyOf(provider.id) !== null),
    )
    await Promise.all(reachable.map((provider) => this.test(provider.id, signal)))
    this.#changed()
  }

  #all(): Provider[] {
    const own = new Map(this.#own.map((provider) => [provider.id, provider]))
    const ready = this.#parts.ready.map((provider) => own.get(provider.id) ?? provider)
    const ids = new Set(ready.map((provider) => provider.id))
    return [...ready, ...this.#own.filter((provider) => !ids.has(provider.id))]
  }

  #find(id: ProviderId): Provider {
    const provider = this.#all().find((candidate) => candidate.id === id)
    if (provider) return provider
    const known = this.#all().map((candidate) => candidate.id)
    throw new TuttiError('unknown-provider', `There is no provider “${id}”. Known are ${known.join(', ')}.`)
  }

  #view(id: ProviderId): ProviderView {
    this.#find(id)
    const view = this.list().find((provider) => provider.id === id)
    if (!view) throw new TuttiError('unknown-provider', `There is no provider “${id}”.`)
    return view
  }

  #changed(): void {
    this.#parts.source.setProviders([...this.#all(), ...this.#parts.builtIn])
    this.#parts.onChange()
  }
}
