import { z } from 'zod'
import { ModelRef, type PipelineId, type PresetId, ProviderId } from '../../shared/ids.ts'
import { ListedModel, Price } from '../../shared/model.ts'
import { Pipeline } from '../../shared/pipeline.ts'
import { Preset } from '../../shared/preset.ts'
import { Prompt } from '../../shared/prompt.ts'
import type { Words } from '../../shared/sentence.ts'
import { Provider, Settings } from '../../shared/settings.ts'
import { Tab, type Tabs, TabView } from '../../shared/tab.ts'
import { KeptTools } from '../../shared/tool.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from './database.ts'
import { type DocumentTable, readDocuments, saveDocument } from './document-rows.ts'

/** What the user decided about a model. null: nothing decided, so the catalogue's own value counts. */
export const ModelPreference = z.object({
  ref: ModelRef,
  enabled: z.boolean().nullable().default(null),
  /** The user wrote the id; the vendor's list does not name it. */
  typed: z.boolean().default(false),
  price: Price.omit({ source: true }).nullable().default(null),
})
export type ModelPreference = z.infer<typeof ModelPreference>

export const ModelList = z.object({ provider: ProviderId, models: z.array(ListedModel) })
export type ModelList = z.infer<typeof ModelList>

const KeyRow = z.object({ key: z.string() })
/** The row of the settings' table that says which tabs the last window showed. */
const VIEW = 'tabs-view'
/** The row with what tools may do; no setting, so that neither a file of settings nor a change of them allows anything. */
const TOOLS = 'tools'

/** The schema of one setting; one that this version does not know is left alone. */
const settingOf = (key: string): z.ZodType<unknown> =>
  key === TOOLS ? KeptTools : (new Map<string, z.ZodType<unknown>>(Object.entries(Settings.shape)).get(key) ?? z.unknown())

/** What the user set up. A row that cannot be read is set aside and told; it never stops anything. */
export class SettingsStore {
  readonly #db: Database
  readonly #clock: Pick<Clock, 'now'>
  readonly #notify: (notice: Words) => void

  constructor(db: Database, clock: Pick<Clock, 'now'>, notify: (notice: Words) => void) {
    this.#db = db
    this.#clock = clock
    this.#notify = notify
  }

  /** Reads everything once, so that all damage is told at the start. */
  async check(): Promise<void> {
    await Promise.all([
      this.settings(),
      this.providers(),
      this.presets(),
      this.prompts(),
      this.pipelines(),
      this.modelPreferences(),
      this.modelLists(),
      this.tabs(),
    ])
  }

  /** Each top-level setting is a row; a missing one has its default. */
  async settings(): Promise<Settings> {
    const rows = await readDocuments(this.#db, 'settings', settingOf, this.#clock.now(), this.#notify)
    return Settings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
  }

  saveSettings(settings: Settings): Promise<void> {
    return this.#db.write(() => {
      for (const [key, value] of Object.entries(Settings.parse(settings))) {
        this.#saveSetting(key, value)
      }
    })
  }

  /** In the order in which they were added. */
  providers(): Promise<Provider[]> {
    return this.#values('providers', Provider)
  }

  saveProvider(provider: Provider): Promise<void> {
    return this.#save('providers', provider.id, provider)
  }

  /** And the list of its models. */
  removeProvider(id: ProviderId): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM providers WHERE key = ?', id)
      this.#db.run('DELETE FROM model_lists WHERE key = ?', id)
    })
  }

  presets(): Promise<Preset[]> {
    return this.#values('presets', Preset)
  }

  savePreset(preset: Preset): Promise<void> {
    return this.#save('presets', preset.id, preset)
  }

  removePreset(id: PresetId): Promise<void> {
    return this.#remove('presets', id)
  }

  prompts(): Promise<Prompt[]> {
    return this.#values('prompts', Prompt)
  }

  savePrompt(prompt: Prompt): Promise<void> {
    return this.#save('prompts', prompt.id, prompt)
  }

  removePrompt(id: string): Promise<void> {
    return this.#remove('prompts', id)
  }

  pipelines(): Promise<Pipeline[]> {
    return this.#values('pipelines', Pipeline)
  }

  savePipeline(pipeline: Pipeline): Promise<void> {
    return this.#save('pipelines', pipeline.id, pipeline)
  }

  removePipeline(id: PipelineId): Promise<void> {
    return this.#remove('pipelines', id)
  }

  modelPreferences(): Promise<ModelPreference[]> {
    return this.#values('models', ModelPreference)
  }

  /** Adds or replaces these, all or none. */
  saveModelPreferences(preferences: readonly ModelPreference[]): Promise<void> {
    return this.#db.write(() => {
      for (const preference of preferences) saveDocument(this.#db, 'models', preference.ref, preference)
    })
  }

  removeModelPreference(ref: ModelRef): Promise<void> {
    return this.#remove('models', ref)
  }

  /** The last list that each provider gave of its models. */
  modelLists(): Promise<ModelList[]> {
    return this.#values('model_lists', ModelList)
  }

  saveModelList(list: ModelList): Promise<void> {
    return this.#save('model_lists', list.provider, list)
  }

  async tools(): Promise<KeptTools> {
    const rows = await readDocuments(this.#db, 'settings', settingOf, this.#clock.now(), this.#notify)
    return KeptTools.parse(rows.find(({ key }) => key === TOOLS)?.value ?? {})
  }

  /** What it replaces is overwritten in the file: older versions kept values of variables in it. */
  saveTools(kept: KeptTools): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('PRAGMA secure_delete = ON')
      this.#saveSetting(TOOLS, kept)
      this.#db.run('PRAGMA secure_delete = OFF')
    })
  }

  async tabs(): Promise<Tabs> {
    const all = await this.#values('tabs', Tab)
    const closed = new Set(this.#db.all(KeyRow, 'SELECT key FROM tabs WHERE position < 0').map(({ key }) => key))
    const open = all.filter((tab) => !closed.has(tab.id))
    const rows = await readDocuments(this.#db, 'settings', settingOf, this.#clock.now(), this.#notify)
    const view = TabView.safeParse(rows.find(({ key }) => key === VIEW)?.value)
    return {
      open,
      closed: all.filter((tab) => closed.has(tab.id)),
      ...(view.success ? view.data : { activeId: open[0]?.id ?? null, besideId: null, side: 'left' as const, share: 0.5 }),
    }
  }

  /** Drafts that did not change are not written again. Closed tabs stand before zero, the last one closed next to it. */
  saveTabs({ open, closed, ...view }: Tabs): Promise<void> {
    return this.#db.write(() => {
      const kept = new Set([...open, ...closed].map((tab) => tab.id))
      for (const { key } of this.#db.all(KeyRow, 'SELECT key FROM tabs')) {
        if (!kept.has(key)) this.#db.run('DELETE FROM tabs WHERE key = ?', key)
      }
      for (const [index, tab] of [...closed, ...open].entries()) {
        const position = index - closed.length
        saveDocument(this.#db, 'tabs', tab.id, tab)
        this.#db.run('UPDATE tabs SET position = ? WHERE key = ? AND position <> ?', position, tab.id, position)
      }
      this.#saveSetting(VIEW, view satisfies TabView)
    })
  }

  #saveSetting(key: string, value: unknown): void {
    const sql = 'INSERT INTO settings (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body'
    this.#db.run(sql, key, JSON.stringify(value))
  }

  async #values<T>(table: Exclude<DocumentTable, 'settings'>, schema: z.ZodType<T>): Promise<T[]> {
    const rows = await readDocuments(this.#db, table, schema, this.#clock.now(), this.#notify)
    return rows.map((row) => row.value)
  }

  #save(table: Exclude<DocumentTable, 'settings'>, key: string, value: unknown): Promise<void> {
    return this.#db.write(() => saveDocument(this.#db, table, key, value))
  }

  #remove(table: Exclude<DocumentTable, 'settings'>, key: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run(`DELETE FROM ${table} WHERE key = ?`, key)
    })
  }
}
