import { z } from 'zod'
import { AutoOptions } from './auto.ts'
import { BreakerHealth } from './breaker-health.ts'
import { PresetId, ProviderId } from './ids.ts'
import { Language } from './language.ts'
import { Micros } from './money.ts'
import { Policies } from './policies.ts'
import { CascadeSettings, SequentialSettings, VotingSettings } from './preset.ts'
import { Said } from './sentence.ts'

/** What becomes of a call that would pass a limit: it is refused, a person is asked, or something cheaper is asked instead. */
export const AtLimit = z.enum(['stop', 'ask', 'degrade'])
export type AtLimit = z.infer<typeof AtLimit>

export const Budgets = z.object({
  runMicros: Micros.nullable().default(250_000),
  dayMicros: Micros.nullable().default(5_000_000),
  monthMicros: Micros.nullable().default(60_000_000),
  atRunLimit: AtLimit.default('stop'),
  atDayLimit: AtLimit.default('stop'),
  atMonthLimit: AtLimit.default('stop'),
  /** Models without a price run, marked so, and no budget counts them. */
  allowNoPrice: z.boolean().default(false),
})
export type Budgets = z.infer<typeof Budgets>

/** What is done about calls that are slow or fail. Both may cost, so both are off until the user turns them on. */
export const Resilience = z.object({
  /** A call that is slower to begin than 95 of 100 of its model is made a second time; the first to answer counts. */
  hedge: z.boolean().default(false),
  /** `equivalent`: where a model and its named fallbacks fail, one of another vendor with the same abilities and a similar price is asked. */
  substitute: z.enum(['off', 'equivalent']).default('off'),
})
export type Resilience = z.infer<typeof Resilience>

export const Appearance = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  textSize: z.number().int().min(90).max(150).default(100),
  /** `system`: what the operating system asks for. */
  contrast: z.enum(['system', 'more']).default('system'),
  motion: z.enum(['system', 'reduced']).default('system'),
  /** `system`: the first of the languages that the browser or the system names. */
  language: z.enum(['system', ...Language.options]).default('system'),
})
export type Appearance = z.infer<typeof Appearance>

/** What built-in presets and new ones start from. Settings that a strategy has and this does not are the preset's alone. */
export const StrategyDefaults = z.object({
  sequential: SequentialSettings.prefault({ strategy: 'sequential' }),
  voting: VotingSettings.prefault({ strategy: 'voting' }),
  cascade: CascadeSettings.prefault({ strategy: 'cascade' }),
})
export type StrategyDefaults = z.infer<typeof StrategyDefaults>

/** A command's id to its keys, "Mod+Shift+K"; an empty text takes them away. What is left out has the keys that ship. */
export const Shortcuts = z.record(z.string().min(1).max(80), z.string().max(60))
export type Shortcuts = z.infer<typeof Shortcuts>

/** Spans of every run for an OpenTelemetry collector; nothing leaves until the user turns it on. */
export const Tracing = z.object({
  enabled: z.boolean().default(false),
  /** OTLP over HTTP. */
  endpoint: z
    .url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' })
    .default('http://127.0.0.1:4318/v1/traces'),
  /** Whether titles and inputs go along. */
  content: z.boolean().default(false),
})
export type Tracing = z.infer<typeof Tracing>

/** Never shorter than a month, whose spending is summed. */
export const RetentionDays = z.number().int().min(31).max(36_500).nullable()

export const Settings = z.object({
  defaultPreset: PresetId.default(PresetId.parse('auto')),
  budgets: Budgets.prefault({}),
  appearance: Appearance.prefault({}),
  resilience: Resilience.prefault({}),
  /** Where members are chosen automatically: 0 is the cheapest, 1 the best. */
  dial: z.number().min(0).max(1).default(0.5),
  strategies: StrategyDefaults.prefault({}),
  auto: AutoOptions.prefault({}),
  /** Whether a model of another vendor judges answers: it costs two short calls an answer. */
  judge: z.boolean().default(false),
  /** The presets' order in lists, by id; those that are not named come behind. */
  presetOrder: z.array(PresetId).max(1000).default([]),
  shortcuts: Shortcuts.default({}),
  /** Conversations that nobody has spoken in for longer are deleted; null: all are kept. */
  retentionDays: RetentionDays.default(null),
  /** Whether long runs that end unseen are told of; `ask`: the page asks when it first matters. */
  notify: z.enum(['ask', 'on', 'off']).default('ask'),
  tracing: Tracing.prefault({}),
  policies: Policies.prefault({}),
})
export type Settings = z.infer<typeof Settings>

/** What is left out stays as it is; `Settings.partial()` would fill it with the defaults. */
export const SettingsChange = z.object({
  defaultPreset: PresetId.optional(),
  budgets: Budgets.optional(),
  appearance: Appearance.optional(),
  resilience: Resilience.optional(),
  dial: z.number().min(0).max(1).optional(),
  strategies: StrategyDefaults.optional(),
  auto: AutoOptions.optional(),
  judge: z.boolean().optional(),
  presetOrder: z.array(PresetId).max(1000).optional(),
  shortcuts: Shortcuts.optional(),
  retentionDays: RetentionDays.optional(),
  notify: z.enum(['ask', 'on', 'off']).optional(),
  tracing: Tracing.optional(),
  policies: Policies.optional(),
})
export type SettingsChange = z.infer<typeof SettingsChange>

/** Wire protocols. `compatible` is OpenAI's chat completions, spoken by many. */
export const ProviderKind = z.enum(['openai', 'anthropic', 'google', 'perplexity', 'compatible', 'demo'])
export type ProviderKind = z.infer<typeof ProviderKind>

export const Provider = z.object({
  id: ProviderId,
  kind: ProviderKind,
  name: z.string().trim().min(1).max(60),
  /** null: the vendor's own address. */
  baseUrl: z.url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' }).nullable(),
  /** Calls at a time over all runs. */
  concurrency: z.number().int().min(1).max(64),
  /** What the user allows this account, besides what the vendor's answers say; null: no limit of the user's. */
  requestsPerMinute: z.number().int().min(1).nullable().default(null),
  tokensPerMinute: z.number().int().min(1).nullable().default(null),
  /** On this computer: needs no key, costs nothing. */
  local: z.boolean(),
  enabled: z.boolean(),
})
export type Provider = z.infer<typeof Provider>

/** A provider as the page sees it; of the key only its last four characters. */
export const ProviderView = Provider.extend({
  /** The address that the entry ships with (null: the vendor's own); left out where the user made the entry. */
  shippedUrl: z.string().nullable().optional(),
  key: z.object({ state: z.enum(['none', 'vault', 'memory', 'environment']), ending: z.string().max(4).nullable() }),
  /** The last test or listing of models. */
  status: z.object({
    state: z.enum(['untested', 'ok', 'failed', 'absent']),
    text: z.string(),
    said: Said.optional(),
    latencyMs: z.number().nullable(),
    at: z.number().nullable(),
  }),
  models: z.object({ enabled: z.number().int(), total: z.number().int() }),
  /** Left out where it is not asked over the road: it never failed. */
  health: BreakerHealth.optional(),
})
export type ProviderView = z.infer<typeof ProviderView>
