import { z } from 'zod'
import { ModelRef, PresetId } from './ids.ts'
import { Parameters } from './model.ts'
import { Micros } from './money.ts'

export const TaskType = z.enum(['math', 'code', 'facts', 'writing', 'translation', 'summary', 'reasoning', 'chat'])
export type TaskType = z.infer<typeof TaskType>

/** A member of a preset. Its number (1 …) is its place in the list; its id stays when the list is re-ordered. */
export const Member = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  model: ModelRef,
  parameters: Parameters.default({}),
  maxOutputTokens: z.number().int().min(16).max(200_000).default(2048),
  /** Models asked instead after 429, 5xx and network errors. */
  fallbacks: z.array(ModelRef).max(5).default([]),
  /** For the expert strategy: what this member is asked for. Empty: everything else. */
  specialities: z.array(TaskType).default([]),
})
export type Member = z.infer<typeof Member>

export const StrategyId = z.enum(['parallel', 'sequential', 'voting', 'cascade', 'expert'])
export type StrategyId = z.infer<typeof StrategyId>

export const ParallelSettings = z.object({
  strategy: z.literal('parallel'),
  /** none keeps the answers side by side. */
  merge: z.enum(['none', 'model']).default('none'),
  /** Left out: the first member merges. */
  mergeModel: ModelRef.optional(),
  mergePrompt: z.string().max(20_000).optional(),
  /** Answers of less quality are not merged; left out: all are. */
  threshold: z.number().min(0).max(1).optional(),
})
export const SequentialSettings = z.object({
  strategy: z.literal('sequential'),
  /** An answer shorter than this many characters is not accepted. */
  minCharacters: z.number().int().min(0).max(100_000).default(1),
  /** An answer of less quality is not accepted; left out: 0.5. */
  threshold: z.number().min(0).max(1).optional(),
  /** How often a member is asked again whose answer is not accepted; left out: never. */
  retries: z.number().int().min(0).max(3).optional(),
})
export const VotingSettings = z.object({
  strategy: z.literal('voting'),
  /** Ask ⌈(n+1)/2⌉ first and the rest only while the majority is open. */
  earlyStop: z.boolean().default(true),
  /** weighted: votes of members that are more often right count more, those of one vendor together less; left out: each counts one. */
  rule: z.enum(['plurality', 'weighted']).optional(),
  /** adaptive: stop as soon as the leader is ahead beyond chance; left out: when the rest cannot change the result. */
  stop: z.enum(['majority', 'adaptive']).optional(),
})
export const CascadeSettings = z.object({
  strategy: z.literal('cascade'),
  /**
   * agreement: stop when enough members agree. quality: stop at the first answer that scores the threshold. calibrated: whom to ask next and
   * when to stop as the Lab has learned; by agreement where it has learned nothing about these members.
   */
  stopOn: z.enum(['agreement', 'quality', 'calibrated']).default('agreement'),
  threshold: z.number().min(0).max(1).default(0.7),
  /** How many members must give the same answer; left out: two. */
  agree: z.number().int().min(2).max(40).optional(),
})
export const ExpertSettings = z.object({ strategy: z.literal('expert') })

export const StrategySettings = z.discriminatedUnion('strategy', [
  ParallelSettings,
  SequentialSettings,
  VotingSettings,
  CascadeSettings,
  ExpertSettings,
])
export type StrategySettings = z.infer<typeof StrategySettings>

/** Auto: strategy and members are chosen for each message. The members of such a preset are those that may be chosen. */
export const AutoSettings = z.object({ strategy: z.literal('auto') })
export const PresetSettings = z.discriminatedUnion('strategy', [...StrategySettings.options, AutoSettings])
export type PresetSettings = z.infer<typeof PresetSettings>
export const PresetStrategy = z.enum(['auto', ...StrategyId.options])
export type PresetStrategy = z.infer<typeof PresetStrategy>

export type StrategyOf<S extends StrategyId> = Extract<StrategySettings, { strategy: S }>

export const Preset = z.object({
  id: PresetId,
  name: z.string().trim().min(1, 'Give the preset a name.').max(80),
  builtIn: z.boolean().default(false),
  settings: PresetSettings,
  /** Empty: chosen from the models that are on, or the demo ensemble where there are none. */
  members: z.array(Member).max(40),
  systemPrompt: z.string().max(100_000).default(''),
  /** Names of tools that its members may call, as far as they are allowed under Settings, Tools. */
  tools: z.array(z.string().min(1).max(200)).max(50).default([]),
  /** The most one run of this preset may cost; null leaves the setting "each run" alone in force. */
  budgetMicros: Micros.nullable().default(null),
})
export type Preset = z.infer<typeof Preset>

/** A preset as the page sees it: `asked` are the members a message would go to now. */
export const PresetView = Preset.extend({ asked: z.array(Member), demo: z.boolean() })
export type PresetView = z.infer<typeof PresetView>
