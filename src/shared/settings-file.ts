import { z } from 'zod'
import { ModelRef } from './ids.ts'
import { Price } from './model.ts'
import { Preset } from './preset.ts'
import { Provider, Settings } from './settings.ts'

/** What the user decided about a model. null: nothing decided, so the catalogue's own value counts. */
export const ModelChoice = z.object({
  ref: ModelRef,
  enabled: z.boolean().nullable().default(null),
  /** The user wrote the id; the vendor's list does not name it. */
  typed: z.boolean().default(false),
  price: Price.omit({ source: true }).nullable().default(null),
})
export type ModelChoice = z.infer<typeof ModelChoice>

/**
 * Settings as a file that can be kept and given away. It has no field for a key, and none is ever in it; nor for policies, whose words are
 * confidential and which no file may loosen.
 */
export const SettingsFile = z.object({
  tutti: z.literal('settings'),
  version: z.literal(1),
  appVersion: z.string(),
  settings: Settings.omit({ policies: true }),
  providers: z.array(Provider),
  presets: z.array(Preset),
  models: z.array(ModelChoice),
})
export type SettingsFile = z.infer<typeof SettingsFile>

/** One preset as a file. */
export const PresetFile = z.object({ tutti: z.literal('preset'), version: z.literal(1), preset: Preset })
export type PresetFile = z.infer<typeof PresetFile>

export const FileArea = z.enum(['settings', 'providers', 'presets', 'models'])
export type FileArea = z.infer<typeof FileArea>

/** What a file would change. `before` and `after` as JSON; null: not there. */
export const FileChange = z.object({
  area: FileArea,
  /** The setting's name, or the id of a provider, a preset or a model. */
  item: z.string(),
  /** The field within the item ("budgets.dayMicros" is the setting "budgets", field "dayMicros"); '' for the whole of it. */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FileChange = z.infer<typeof FileChange>

/** What an import would do, before it does anything. */
export const FilePreview = z.object({
  changes: z.array(FileChange),
  /** Fields that this version does not know; they are left out. */
  unknown: z.array(z.string()),
  /** Parts that cannot be taken, each with the reason; they stay as they are. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Providers whose address would be new here: they come in switched off, so that nothing is sent there unasked. */
  switchedOff: z.array(z.string()),
})
export type FilePreview = z.infer<typeof FilePreview>
