import { z } from 'zod'
import { ConversationSummary, Message } from './conversation.ts'
import { ConversationId, RunId } from './ids.ts'
import { LibraryEntry } from './library.ts'
import { ModelInfo } from './model.ts'
import { Micros } from './money.ts'
import { PipelineSummary } from './pipeline.ts'
import { PresetView } from './preset.ts'
import { Prompt } from './prompt.ts'
import { Said } from './sentence.ts'
import { ProviderView, Settings } from './settings.ts'
import { TabChange, Tabs } from './tab.ts'
import { ToolsState } from './tool.ts'

export { Tab, Tabs } from './tab.ts'

export const Spend = z.object({ todayMicros: Micros, monthMicros: Micros, mostRunThisWeekMicros: Micros, reservedMicros: Micros })
export type Spend = z.infer<typeof Spend>

/** A fact that the user must see once: a damaged file was set aside, keys cannot be kept, a run was resumed. */
export const Notice = z.object({ id: z.string(), level: z.enum(['info', 'warn', 'bad']), text: z.string(), said: Said.optional() })
export type Notice = z.infer<typeof Notice>

/** Everything that the shell shows, as of event `seq`. */
export const AppSnapshot = z.object({
  seq: z.number().int(),
  version: z.string(),
  settings: Settings,
  providers: z.array(ProviderView),
  models: z.array(ModelInfo),
  presets: z.array(PresetView),
  prompts: z.array(Prompt).default([]),
  pipelines: z.array(PipelineSummary),
  /** Agents and commands; empty until the library was read. */
  library: z.array(LibraryEntry).default([]),
  tools: ToolsState.prefault({}),
  conversations: z.array(ConversationSummary),
  tabs: Tabs,
  spend: Spend,
  notices: z.array(Notice),
  /** Counted up with every change of a run. */
  runChanges: z.number().int(),
  /** How keys are kept here; `memory` is said loudly: they are gone when Tutti quits. */
  vault: z.enum(['keyring', 'passphrase', 'memory']),
})
export type AppSnapshot = z.infer<typeof AppSnapshot>

const AppEventBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('settings-changed'), settings: Settings }),
  z.object({ type: z.literal('providers-changed'), providers: z.array(ProviderView) }),
  z.object({ type: z.literal('models-changed'), models: z.array(ModelInfo) }),
  z.object({ type: z.literal('presets-changed'), presets: z.array(PresetView) }),
  z.object({ type: z.literal('prompts-changed'), prompts: z.array(Prompt) }),
  z.object({ type: z.literal('pipelines-changed'), pipelines: z.array(PipelineSummary) }),
  z.object({ type: z.literal('library-changed'), library: z.array(LibraryEntry) }),
  z.object({ type: z.literal('tools-changed'), tools: ToolsState }),
  z.object({ type: z.literal('conversation-changed'), conversation: ConversationSummary }),
  z.object({ type: z.literal('conversation-removed'), id: ConversationId }),
  /** Many at once, as by an import. */
  z.object({ type: z.literal('conversations-changed'), conversations: z.array(ConversationSummary) }),
  z.object({ type: z.literal('message-changed'), message: Message }),
  /** The system prompt, the preset or the shown branch of a conversation. */
  z.object({ type: z.literal('conversation-touched'), id: ConversationId }),
  /** `by`: what the window called this batch of its changes. */
  z.object({ type: z.literal('tabs-changed'), changes: z.array(TabChange), by: z.string() }),
  z.object({ type: z.literal('spend-changed'), spend: Spend }),
  z.object({ type: z.literal('notice-added'), notice: Notice }),
  z.object({ type: z.literal('notice-removed'), id: z.string() }),
  /** A run started, went on, waits, was paused or ended; lists of runs read again. */
  z.object({ type: z.literal('run-changed'), id: RunId }),
])
export type AppEventBody = z.infer<typeof AppEventBody>
export type AppEvent = AppEventBody & { seq: number }
export const AppEvent = z.intersection(z.object({ seq: z.number().int() }), AppEventBody)

/** A snapshot comes first, and again where the reader's number is too old. */
export const AppUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), snapshot: AppSnapshot }),
  z.object({ type: z.literal('events'), events: z.array(AppEvent) }),
])
export type AppUpdate = z.infer<typeof AppUpdate>
