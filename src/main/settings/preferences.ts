import type { AppEventBody, Notice } from '../../shared/app-state.ts'
import { applyTabChange } from '../../shared/apply-tab-change.ts'
import type { PresetId } from '../../shared/ids.ts'
import type { Words } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'
import { Settings } from '../../shared/settings.ts'
import { Tab, type TabChange, type Tabs } from '../../shared/tab.ts'

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

  static async load(parts: PreferencesParts, notices: readonly Words[]): Promise<Preferences> {
    const atStart = notices.map((text, index): Notice => ({ id: `start-${index}`, level: 'warn', ...told({ text }) }))
    const tabs = await parts.store.tabs()
    // Here and not in each window, so that all of them start with the same one.
    const open = tabs.open.length > 0 ? tabs.open : [Tab.parse({ id: 'first', kind: 'chat' })]
    return new Preferences(parts, await parts.store.settings(), { ...tabs, open }, atStart)
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

  /** Counts rules of Auto that decided something. */
  countAuto(rules: readonly string[]): Promise<Settings> {
    const counted = this.#last.then(() => {
      const { auto } = this.#settings
      const hits = { ...auto.hits }
      for (const rule of rules) hits[rule] = (hits[rule] ?? 0) + 1
      return this.#change({ auto: { ...auto, hits } })
    })
    this.#last = counted.catch(() => {})
    return counted
  }

  /** Changes of one window, merged with those of all others: applied in the order of their arrival, saved, then told. */
  changeTabs({ changes, by }: { readonly changes: readonly TabChange[]; readonly by: string }): Promise<void> {
    const changed = this.#last.then(async () => {
      const tabs = changes.reduce(applyTabChange, this.#tabs)
      if (tabs !== this.#tabs) await this.#parts.store.saveTabs(tabs)
      this.#tabs = tabs
      this.#parts.publish({ type: 'tabs-changed', changes: [...changes], by })
    })
    this.#last = changed.catch(() => {})
    return changed
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
