import type { ModelRef } from '../../shared/ids.ts'
import type { ModelInfo, Price } from '../../shared/model.ts'
import type { ModelPreference, ModelSource } from './model-source.ts'

export interface ModelsParts {
  readonly store: {
    modelPreferences(): Promise<readonly ModelPreference[]>
    saveModelPreferences(preferences: readonly ModelPreference[]): Promise<void>
  }
  readonly source: ModelSource
  /** Tells all windows that models, and with them presets and providers, may look different. */
  readonly onChange: () => void
}

/** Which models are on, which the user typed, and what the user says they cost. */
export class Models {
  readonly #parts: ModelsParts
  #preferences: ReadonlyMap<ModelRef, ModelPreference>

  private constructor(parts: ModelsParts, preferences: readonly ModelPreference[]) {
    this.#parts = parts
    this.#preferences = byRef(preferences)
  }

  static async load(parts: ModelsParts): Promise<Models> {
    const preferences = await parts.store.modelPreferences()
    await parts.source.setPreferences(preferences)
    return new Models(parts, preferences)
  }

  /** What the user decided, and where nothing was decided, nothing. */
  choices(): ModelPreference[] {
    return [...this.#preferences.values()]
  }

  /** Takes choices over as they are, also about models that are not known here yet. */
  async take(choices: readonly ModelPreference[]): Promise<void> {
    if (choices.length > 0) await this.#save(choices)
  }

  async setEnabled(refs: readonly ModelRef[], enabled: boolean): Promise<void> {
    for (const ref of refs) this.#parts.source.info(ref)
    await this.#save(refs.map((ref) => ({ ...this.#preference(ref), enabled })))
  }

  /** Adds a model that the vendor's list does not name. */
  async add(ref: ModelRef): Promise<ModelInfo> {
    await this.#save([{ ...this.#preference(ref), typed: true, enabled: true }])
    return this.#parts.source.info(ref)
  }

  async setPrice(ref: ModelRef, price: Omit<Price, 'source'> | null): Promise<ModelInfo> {
    this.#parts.source.info(ref)
    await this.#save([{ ...this.#preference(ref), price }])
    return this.#parts.source.info(ref)
  }

  #preference(ref: ModelRef): ModelPreference {
    return this.#preferences.get(ref) ?? { ref, enabled: null, typed: false, price: null }
  }

  async #save(changed: readonly ModelPreference[]): Promise<void> {
    await this.#parts.store.saveModelPreferences(changed)
    this.#preferences = new Map([...this.#preferences, ...byRef(changed)])
    await this.#parts.source.setPreferences([...this.#preferences.values()])
    this.#parts.onChange()
  }
}

function byRef(preferences: readonly ModelPreference[]): ReadonlyMap<ModelRef, ModelPreference> {
  return new Map(preferences.map((preference) => [preference.ref, preference]))
}
