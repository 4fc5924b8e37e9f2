import type { AppEventBody } from '../../shared/app-state.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { PresetId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { Member, Preset, PresetStrategy, PresetView } from '../../shared/preset.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Settings, StrategyDefaults } from '../../shared/settings.ts'

export interface PresetsParts {
  readonly store: {
    presets(): Promise<Preset[]>
    savePreset(preset: Preset): Promise<void>
    removePreset(id: PresetId): Promise<void>
  }
  readonly builtIn: readonly Preset[]
  readonly models: () => readonly ModelInfo[]
  /** Those that can be asked now: on, and with the key that they need. */
  readonly askable: () => readonly ModelInfo[]
  readonly automaticMembers: (strategy: PresetStrategy, models: readonly ModelInfo[]) => Member[]
  readonly publish: (event: AppEventBody) => void
  readonly settings: () => Pick<Settings, 'defaultPreset' | 'presetOrder' | 'strategies'>
}

/** Saved teams of models: those that ship and the user's own. A built-in one that was changed keeps its id. */
export class Presets {
  readonly #parts: PresetsParts
  #own: readonly Preset[]

  private constructor(parts: PresetsParts, own: readonly Preset[]) {
    this.#parts = parts
    this.#own = own
  }

  static async load(parts: PresetsParts): Promise<Presets> {
    return new Presets(parts, await parts.store.presets())
  }

  /** In the order of the settings; those that it does not name come behind, built-in ones first. */
  list(): PresetView[] {
    const { presetOrder, strategies } = this.#parts.settings()
    const places = new Map(presetOrder.map((id, place) => [id, place]))
    const place = ({ id }: Preset) => places.get(id) ?? places.size
    return [...this.#parts.builtIn.map((preset) => asSet(preset, strategies)), ...this.#own]
      .toSorted((a, b) => place(a) - place(b))
      .map((preset) => this.#view(preset))
  }

  /** Throws `not-found`, which names the presets that there are. */
  get(id: PresetId): PresetView {
    const presets = this.list()
    const preset = presets.find((candidate) => candidate.id === id)
    if (preset) return preset
    throw failure('not-found', say('refused.no-preset', { preset: id, known: presets.map((known) => known.id) }), {
      data: { field: 'preset', value: id },
    })
  }

  async save(preset: Preset): Promise<PresetView> {
    if (this.#parts.builtIn.some((known) => known.id === preset.id)) {
      throw failure('invalid-input', say('refused.preset-stays', { preset: preset.name }))
    }
    const refusal = this.refusal(preset)
    if (refusal !== null) throw new TuttiError('invalid-input', refusal, { data: { field: 'members' } })
    const saved = { ...preset, builtIn: false }
    await this.#parts.store.savePreset(saved)
    const known = this.#own.some((own) => own.id === saved.id)
    this.#own = known ? this.#own.map((own) => (own.id === saved.id ? saved : own)) : [...this.#own, saved]
    this.announce()
    return this.#view(saved)
  }

  /** Why a preset cannot be saved: the field and the remedy; null where it can. */
  refusal({ members }: Preset): string | null {
    const ids = members.map((member) => member.id)
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice !== undefined) return `members: the id “${twice}” stands twice. Give each member its own.`
    return ids.includes('merge') ? 'members: “merge” is the id of the merge. Give the member another id.' : null
  }

  async remove(id: PresetId): Promise<void> {
    const preset = this.get(id)
    if (preset.builtIn) throw failure('invalid-input', say('refused.preset-kept', { preset: preset.name }))
    if (this.#parts.settings().defaultPreset === id) throw failure('invalid-input', say('refused.preset-default', { preset: preset.name }))
    await this.#parts.store.removePreset(id)
    this.#own = this.#own.filter((own) => own.id !== id)
    this.announce()
  }

  /** Tells all windows; also when models came or went, because automatic members follow them. */
  announce(): void {
    this.#parts.publish({ type: 'presets-changed', presets: this.list() })
  }

  #view(preset: Preset): PresetView {
    const models = this.#parts.models()
    const asked = preset.members.length > 0 ? preset.members : this.#parts.automaticMembers(preset.settings.strategy, this.#parts.askable())
    const simulated = new Set(models.filter((model) => model.simulated).map((model) => model.ref))
    return { ...preset, asked, demo: asked.length > 0 && asked.every((member) => simulated.has(member.model)) }
  }
}

/** A built-in preset has what the settings say of its strategy. */
function asSet(preset: Preset, strategies: StrategyDefaults): Preset {
  const { strategy } = preset.settings
  switch (strategy) {
    case 'sequential':
    case 'voting':
    case 'cascade':
      return { ...preset, settings: strategies[strategy] }
    default:
      return preset
  }
}
