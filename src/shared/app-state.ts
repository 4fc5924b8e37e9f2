import { z } from 'zod'
import { ConversationSummary, Message } from './conversation.ts'
import { ConversationId, PresetId, RunId } from './ids.ts'
import { AttachmentRef, ModelInfo } from './model.ts'
import { Micros } from './money.ts'
import { PresetView } from './preset.ts'
import { Prompt } from './prompt.ts'
import { ProviderView, Settings } from './settings.ts'

/** One tab of the strip. Its draft is saved while it is typed. */
export const Tab = z.object({
  id: z.string().max(80),
  /** The tab's folder. A kind of a newer version is kept, and shown as one that this version does not know. */
  kind: z.string().min(1).max(40),
  /** Where in the tab the user is, in the tab's own form ("providers/openai", "run-1/effects"). */
  place: z.string().max(2000).default(''),
  conversationId: ConversationId.nullable().default(null),
  draft: z.string().max(2_000_000).default(''),
  /** Files of the draft, and the preset chosen for a conversation that does not exist yet. */
  attachments: z.array(AttachmentRef).max(20).default([]),
  presetId: PresetId.nullable().default(null),
  /** For the next message alone: ids of the members that are asked, and the most that it may cost. */
  only: z.array(z.string()).max(40).optional(),
  budgetMicros: Micros.optional(),
  /** Messages are asked blind until it is turned off. */
  blind: z.boolean().optional(),
  scroll: z.number().default(0),
})
export type Tab = z.infer<typeof Tab>

export const Tabs = z.object({ open: z.array(Tab).max(100), activeId: z.string().nullable() })
export type Tabs = z.infer<typeof Tabs>

export const Spend = z.object({ todayMicros: Micros, monthMicros: Micros, mostRunThisWeekMicros: Micros, reservedMicros: Micros })
export type Spend = z.infer<typeof Spend>

/** A fact that the user must see once: a damaged file was set aside, keys cannot be kept, a run was resumed. */
export const Notice = z.object({ id: z.string(), level: z.enum(['info', 'warn', 'bad']), text: z.string() })
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
  z.object({ type: z.literal('conversation-changed'), conversation: ConversationSummary }),
  z.object({ type: z.literal('conversation-removed'), id: ConversationId }),
  z.object({ type: z.literal('message-changed'), message: Message }),
  /** The system prompt, the preset or the shown branch of a conversation. */
  z.object({ type: z.literal('conversation-touched'), id: ConversationId }),
  z.object({ type: z.literal('tabs-changed'), tabs: Tabs }),
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
