import { createProcedureClient, createRouterClient, implement, ORPCError } from '@orpc/server'
import type { AppEventBody, AppSnapshot } from '../../../../../src/shared/app-state.ts'
import { contract } from '../../../../../src/shared/contract.ts'
import type { ModelRef, ProviderId } from '../../../../../src/shared/ids.ts'
import { ModelInfo, type Price } from '../../../../../src/shared/model.ts'
import type { Preset, PresetView } from '../../../../../src/shared/preset.ts'
import { type Provider, ProviderView } from '../../../../../src/shared/settings.ts'
import { type ScriptedCore, scriptedCore } from '../../../support/scripted-core.ts'
import { freshSnapshot } from '../../../support/snapshots.ts'

/** Keys that the vendors of the script refuse contain this. */
export const REFUSED = 'refused'

export type SettingsCore = ScriptedCore & {
  /** The settings of the core as they are now. */
  readonly state: () => AppSnapshot
  /** Keys as the core received them. */
  readonly keys: { readonly id: string | undefined; readonly key: string }[]
}

/** A scripted core that keeps settings, keys, prices and presets, and tells of their changes as the real one does. */
export function settingsCore(change: Record<string, unknown> = {}): SettingsCore {
  const scripted = scriptedCore()
  const os = implement(contract)
  let state = freshSnapshot(change)
  const listPrices = new Map(state.models.map((model) => [model.ref, model.price]))
  const keys: SettingsCore['keys'] = []
  const fail = (code: string, text: string) => new ORPCError('TUTTI', { message: text, data: { code, message: text, retryable: false } })
  const tell = (next: Partial<AppSnapshot>, event: AppEventBody) => {
    state = { ...state, ...next }
    scripted.emit(event)
  }
  const setProvider = (id: ProviderId, turn: (before: ProviderView) => ProviderView) => {
    const providers = state.providers.map((provider) => (provider.id === id ? turn(provider) : provider))
    tell({ providers }, { type: 'providers-changed', providers })
    const provider = providers.find((candidate) => candidate.id === id)
    if (!provider) throw fail('unknown-provider', `There is no provider “${id}”.`)
    return provider
  }
  const setModel = (ref: ModelRef, turn: (before: ModelInfo) => ModelInfo) => {
    const models = state.models.map((model) => (model.ref === ref ? turn(model) : model))
    tell({ models }, { type: 'models-changed', models })
    const model = models.find((candidate) => candidate.ref === ref)
    if (!model) throw fail('unknown-model', `There is no model “${ref}”.`)
    return model
  }
  const setPresets = (presets: PresetView[]) => tell({ presets }, { type: 'presets-changed', presets })
  const viewOf = (preset: Preset): PresetView => ({
    ...preset,
    asked: preset.members.length > 0 ? preset.members : (state.presets[0]?.asked ?? []),
    demo: false,
  })

  const settings = {
    update: createProcedureClient(
      os.settings.update.handler(({ input }) => {
        const next = { ...state.settings, ...input }
        tell({ settings: next }, { type: 'settings-changed', settings: next })
        return next
      }),
    ),
  }
  const providers = createRouterClient(
    os.providers.router({
      save: os.providers.save.handler(({ input }) => {
        const known = state.providers.some((provider) => provider.id === input.id)
        if (!known) state = { ...state, providers: [...state.providers, providerView(input)] }
        return setProvider(input.id, (before) => ({ ...before, ...input }))
      }),
      setKey: os.providers.setKey.handler(({ input }) => {
        keys.push({ id: input.id, key: input.key })
        const target = input.id ?? state.providers.find((provider) => input.key.startsWith(`${provider.id}-`))?.id
        if (!target) throw fail('invalid-input', 'key: its form belongs to no vendor known here. Choose the provider that it is for.')
        return setProvider(target, (before) => ({
          ...before,
          key: { state: 'vault', ending: input.key.slice(-4) },
          status: input.key.includes(REFUSED)
            ? { state: 'failed', text: `${before.name} refused this key (401). Check that it is copied whole.`, latencyMs: null, at: 1 }
            : { state: 'ok', text: 'Answered with 2 models.', latencyMs: 412, at: Date.now() },
        }))
      }),
      removeKey: os.providers.removeKey.handler(({ input }) =>
        setProvider(input.id, (before) => ({ ...before, key: { state: 'none', ending: null } })),
      ),
      test: os.providers.test.handler(({ input }) => setProvider(input.id, (before) => before)),
      remove: os.providers.remove.handler(({ input }) => {
        const left = state.providers.filter((provider) => provider.id !== input.id)
        tell({ providers: left }, { type: 'providers-changed', providers: left })
      }),
    }),
  )
  const models = createRouterClient(
    os.models.router({
      setEnabled: os.models.setEnabled.handler(({ input }) => {
        for (const ref of input.refs) setModel(ref, (before) => ({ ...before, enabled: input.enabled }))
      }),
      add: os.models.add.handler(({ input }) => {
        state = { ...state, models: [...state.models, modelInfo(input.ref, { origin: 'typed' })] }
        return setModel(input.ref, (before) => before)
      }),
      setPrice: os.models.setPrice.handler(({ input: { ref, price } }) =>
        setModel(ref, (before) => ({ ...before, price: price === null ? (listPrices.get(ref) ?? null) : { ...price, source: 'user' } })),
      ),
    }),
  )
  const presets = createRouterClient(
    os.presets.router({
      save: os.presets.save.handler(({ input }) => {
        if (state.presets.some((preset) => preset.id === input.id && preset.builtIn)) throw fail('invalid-input', 'It ships with Tutti.')
        const view = viewOf(input)
        const known = state.presets.some((preset) => preset.id === input.id)
        setPresets(known ? state.presets.map((preset) => (preset.id === input.id ? view : preset)) : [...state.presets, view])
        return view
      }),
      remove: os.presets.remove.handler(({ input }) => setPresets(state.presets.filter((preset) => preset.id !== input.id))),
    }),
  )
  const { app } = scripted.client
  const watching = createRouterClient(
    os.app.router({
      snapshot: os.app.snapshot.handler(() => state),
      watch: os.app.watch.handler(async function* ({ signal }) {
        for await (const update of await app.watch({ after: null }, { signal }))
          yield update.type === 'snapshot' ? { type: 'snapshot' as const, snapshot: { ...state, seq: update.snapshot.seq } } : update
      }),
      diagnostics: os.app.diagnostics.handler(() => ({ text: 'Tutti 0.1.0', logFile: 'tutti.log' })),
      dismissNotice: os.app.dismissNotice.handler(() => {}),
      changeTabs: os.app.changeTabs.handler(({ input }) => app.changeTabs(input)),
    }),
  )
  const client = { ...scripted.client, app: watching, settings: { ...scripted.client.settings, ...settings }, providers, models, presets }
  return { ...scripted, client, keys, state: () => state }
}

/** A provider as the core tells of it; a vendor's ready entry with no key unless `change` says otherwise. */
export function providerView(change: Partial<Record<keyof ProviderView, unknown>> | Provider): ProviderView {
  return ProviderView.parse({
    id: 'google',
    kind: 'google',
    name: 'Google',
    baseUrl: null,
    concurrency: 6,
    local: false,
    enabled: true,
    key: { state: 'none', ending: null },
    status: { state: 'untested', text: '', latencyMs: null, at: null },
    models: { enabled: 0, total: 0 },
    ...change,
  })
}

export function modelInfo(ref: string, change: Partial<Record<keyof ModelInfo, unknown>> = {}): ModelInfo {
  const [provider, id] = ref.split('/')
  return ModelInfo.parse({
    ref,
    provider,
    id,
    label: id,
    capabilities: ['text'],
    contextWindow: 400_000,
    maxOutput: null,
    price: { inputPerMillion: 1.25, outputPerMillion: 10, source: 'list', since: '2026-09-23' } satisfies Price,
    enabled: true,
    simulated: false,
    origin: 'listed',
    ...change,
  })
}
