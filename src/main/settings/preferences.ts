import type { AppEventBody, Notice, Tabs } from '../../shared/app-state.ts'
import type { PresetId } from '../../shared/ids.ts'
import { Settings } from '../../shared/settings.ts'

export interface PreferencesParts {
  readonly store: {
    settings(): Promise<Settings>
    saveSettings(settings: Settings): Promise<void>
    tabs(): Promise<Tabs>
    saveTabs(tabs: Tabs): Promise<void>
  }
  readonly publish: (event: AppEventBody) => void
  /** Throws where there is no such preset. */
  readonly checkPreset: (id: PresetId) => void
}

/** Settings, tabs and notices: read once, kept in memory, saved and told to all windows at each change. */
export class Preferences {
  readonly #parts: PreferencesParts
  #settings: Settings
  #tabs: Tabs
  #notices: Notice[]
  #last: Promise<unknown> = Promise.resolve()

  private constructor(parts: PreferencesParts, settings: Settings, tabs: Tabs, notices: Notice[]) {
    this.#parts = parts
    this.#settings = settings
    this.#tabs = tabs
    this.#notices = notices
  }

  static async load(parts: PreferencesParts, notices: readonly string[]): Promise<Preferences> {
    const told = notices.map((text, index): Notice => ({ id: `start-${index}`, level: 'warn', text }))
    return new Preferences(parts, await parts.store.settings(), await parts.store.tabs(), told)
  }

  get settings(): Settings {
    return this.#settings
  }

  get tabs(): Tabs {
    return this.#tabs
  }

  get notices(): readonly Notice[] {
    return this.#notices
  }

  /** One change after the other, so that two windows that change different settings at once both have their way. */
  update(change: Partial<Settings>): Promise<Settings> {
    const changed = this.#last.then(() => this.#change(change))
    this.#last = changed.catch(() => {})
    return changed
  }

  async #change(change: Partial<Settings>): Promise<Settings> {
    if (change.defaultPreset !== undefined) this.#parts.checkPreset(change.defaultPreset)
    const settings = Settings.parse({ ...this.#settings, ...change })
    await this.#parts.store.saveSettings(settings)
    this.#settings = settings
    this.#parts.publish({ type: 'settings-changed', settings })
    return settings
  }

  async saveTabs(tabs: Tabs): Promise<void> {
    await this.#parts.store.saveTabs(tabs)
    this.#tabs = tabs
    this.#parts.publish({ type: 'tabs-changed', tabs })
  }

  notify(notice: Notice): void {
    this.#notices = [...this.#notices.filter((other) => other.id !== notice.id), notice]
    this.#parts.publish({ type: 'notice-added', notice })
  }

  dismissNotice(id: string): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id)
    this.#parts.publish({ type: 'notice-removed', id })
  }
}
