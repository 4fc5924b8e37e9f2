import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { AppSnapshot, AppUpdate, Tabs } from './app-state.ts'
import { Conversation, ConversationSummary, Estimate, Message } from './conversation.ts'
import { ConversationId, MessageId, ModelRef, PresetId, ProviderId, RunId } from './ids.ts'
import { AttachmentRef, ModelInfo, Price } from './model.ts'
import { Micros } from './money.ts'
import { Preset, PresetView } from './preset.ts'
import { RunUpdate, RunView } from './run.ts'
import { RunFilter, RunInspection, RunSummary } from './run-inspection.ts'
import { Provider, ProviderView, Settings, SettingsChange } from './settings.ts'

/** Longer questions are attached as files; a paste of 10 MB is answered with this limit and that remedy. */
export const MAX_QUESTION_CHARACTERS = 1_000_000
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024

const Question = z.object({
  conversationId: ConversationId,
  text: z.string(),
  attachments: z.array(AttachmentRef).max(20).default([]),
  presetId: PresetId,
})

const errors = { TUTTI: { data: z.object({ code: z.string() }).loose() } }
const base = oc.errors(errors)

/**
 * Every procedure that a page may call. A failure arrives as an oRPC error with code `TUTTI` whose data is an `ErrorInfo`.
 * Input is parsed by the receiver, whoever sent it.
 */
export const contract = {
  app: {
    snapshot: base.output(AppSnapshot),
    watch: base.input(z.object({ after: z.number().int().nullable() })).output(eventIterator(AppUpdate)),
    dismissNotice: base.input(z.object({ id: z.string() })),
    saveTabs: base.input(Tabs),
  },
  conversations: {
    create: base.input(z.object({ title: z.string().max(200).optional() })).output(ConversationSummary),
    open: base.input(z.object({ id: ConversationId })).output(Conversation),
    /** Words in titles and messages; newest first. An empty query lists all. */
    search: base.input(z.object({ query: z.string().max(500) })).output(z.array(ConversationSummary)),
    update: base.input(
      z.object({
        id: ConversationId,
        title: z.string().trim().min(1).max(200).optional(),
        systemPrompt: z.string().max(100_000).optional(),
        presetId: PresetId.nullable().optional(),
        headId: MessageId.optional(),
      }),
    ),
    /** Can be undone with `restore` until the core stops. */
    remove: base.input(z.object({ id: ConversationId })),
    restore: base.input(z.object({ id: ConversationId })).output(ConversationSummary),
  },
  chat: {
    /** What `send` would cost. Quick: called while the user types; without a conversation, for the first message of a new one. */
    estimate: base.input(Question.extend({ conversationId: ConversationId.nullable(), parentId: MessageId.nullable() })).output(Estimate),
    /** Adds the question below `parentId` (an edited question: the old one's parent) and starts a run. */
    send: base
      .input(Question.extend({ parentId: MessageId.nullable(), budgetMicros: Micros.optional(), allowNoPrice: z.boolean().default(false) }))
      .output(z.object({ question: Message, answer: Message, runId: RunId })),
    /** Asks the whole question again, as a new branch beside the old answer. */
    askAgain: base
      .input(z.object({ answerId: MessageId, presetId: PresetId, allowNoPrice: z.boolean().default(false) }))
      .output(z.object({ answer: Message, runId: RunId })),
    /** A new run that keeps the other members' answers and asks this member (again). */
    retryMember: base.input(z.object({ answerId: MessageId, speaker: z.string() })).output(z.object({ answer: Message, runId: RunId })),
    /** Makes one member's answer the one that counts for the next turn; null goes back to the agreed one. */
    chooseMain: base.input(z.object({ answerId: MessageId, speaker: z.string().nullable() })).output(Message),
  },
  runs: {
    get: base.input(z.object({ id: RunId })).output(RunView),
    watch: base.input(z.object({ id: RunId, after: z.number().int().nullable() })).output(eventIterator(RunUpdate)),
    stop: base.input(z.object({ id: RunId })),
    list: base
      .input(
        z.object({
          filter: RunFilter.default('all'),
          query: z.string().max(500).default(''),
          limit: z.number().int().min(1).max(500).default(100),
        }),
      )
      .output(z.array(RunSummary)),
    inspect: base.input(z.object({ id: RunId })).output(RunInspection),
    /** Calls in flight go on; nothing new starts until `unpause`. Survives a restart. */
    pause: base.input(z.object({ id: RunId })),
    unpause: base.input(z.object({ id: RunId })),
    /** Ends a wait: the value of one of its options, or free text. */
    answer: base.input(z.object({ id: RunId, path: z.string(), value: z.string().max(1_000_000) })),
    /** A new run from the same input that keeps what was finished before the effect at `before`; null keeps all that is unchanged. */
    fork: base.input(z.object({ id: RunId, before: z.string().nullable() })).output(z.object({ runId: RunId })),
    stopMember: base.input(z.object({ id: RunId, speaker: z.string() })),
  },
  providers: {
    save: base.input(Provider).output(ProviderView),
    /** The key goes one way. Where `id` is left out, the provider is recognised by the key's form. */
    setKey: base.input(z.object({ id: ProviderId.optional(), key: z.string().trim().min(1).max(500) })).output(ProviderView),
    removeKey: base.input(z.object({ id: ProviderId })).output(ProviderView),
    /** Lists the vendor's models, which needs a working key and address. */
    test: base.input(z.object({ id: ProviderId })).output(ProviderView),
    remove: base.input(z.object({ id: ProviderId })),
  },
  models: {
    setEnabled: base.input(z.object({ refs: z.array(ModelRef).min(1), enabled: z.boolean() })),
    /** Adds a model that the vendor's list does not name. */
    add: base.input(z.object({ ref: ModelRef })).output(ModelInfo),
    /** The user's own price; null goes back to the list's. */
    setPrice: base.input(z.object({ ref: ModelRef, price: Price.omit({ source: true }).nullable() })).output(ModelInfo),
  },
  presets: {
    save: base.input(Preset).output(PresetView),
    remove: base.input(z.object({ id: PresetId })),
  },
  settings: {
    update: base.input(SettingsChange).output(Settings),
  },
  attachments: {
    add: base
      .input(z.object({ name: z.string().min(1).max(255), mediaType: z.string().max(127), base64: z.string() }))
      .output(AttachmentRef),
    get: base.input(z.object({ id: AttachmentRef.shape.id })).output(z.object({ base64: z.string() })),
  },
}

/** What only processes of the same user reach, over the data folder's socket. */
export const localContract = {
  ...contract,
  host: {
    /** An address with a fresh one-time code for a page; starts the loopback host where none listens. */
    open: base.input(z.object({ port: z.number().int().min(0).max(65_535).optional() })).output(z.object({ url: z.string() })),
    about: base.output(z.object({ pid: z.number().int(), version: z.string(), home: z.string() })),
  },
}
