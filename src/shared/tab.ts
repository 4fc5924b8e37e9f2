import { z } from 'zod'
import { ConversationId, PresetId } from './ids.ts'
import { AttachmentRef } from './model.ts'
import { Micros } from './money.ts'

const TabId = z.string().min(1).max(80)

/** What of a tab changes while it is open. */
const fields = {
  /** Where in the tab the user is, in the tab's own form ("providers/openai", "run-1/effects"). */
  place: z.string().max(2000),
  conversationId: ConversationId.nullable(),
  draft: z.string().max(2_000_000),
  /** Files of the draft, and the preset chosen for a conversation that does not exist yet. */
  attachments: z.array(AttachmentRef).max(20),
  presetId: PresetId.nullable(),
  /** For the next message alone: ids of the members that are asked, and the most that it may cost. null: all, and no limit of its own. */
  only: z.array(z.string()).max(40).nullable().optional(),
  budgetMicros: Micros.nullable().optional(),
  /** Messages are asked blind until it is turned off. */
  blind: z.boolean().optional(),
  /** How far down `scrollAt` was scrolled, in pixels. */
  scroll: z.number(),
  /** Of what `scroll` is told, in the tab's own form: a page of settings, a view of a run, the message at the top. Elsewhere it says nothing. */
  scrollAt: z.string().max(2000).optional(),
}

/** One tab of the strip. Its draft is saved while it is typed. */
export const Tab = z.object({
  id: TabId,
  /** The tab's folder. A kind of a newer version is kept, and shown as one that this version does not know. */
  kind: z.string().min(1).max(40),
  ...fields,
  place: fields.place.default(''),
  conversationId: fields.conversationId.default(null),
  draft: fields.draft.default(''),
  attachments: fields.attachments.default([]),
  presetId: fields.presetId.default(null),
  scroll: fields.scroll.default(0),
  /** Pinned tabs stand first and are not closed by accident. */
  pinned: z.boolean().default(false),
})
export type Tab = z.infer<typeof Tab>

/** Fields of a tab; one that is `undefined` is taken away. */
export const TabFields = z.object(fields).partial()
export type TabFields = z.infer<typeof TabFields>

/** What a window shows of the strip: one tab, or two side by side. */
export const TabView = z.object({
  activeId: z.string().nullable(),
  /** The tab beside it. */
  besideId: z.string().nullable().default(null),
  /** Where the active one of two stands. */
  side: z.enum(['left', 'right']).default('left'),
  /** The left one's share of the width. */
  share: z.number().min(0.2).max(0.8).default(0.5),
})
export type TabView = z.infer<typeof TabView>

export const MAX_TABS = 100
/** So many closed tabs can be opened again. */
export const KEPT_CLOSED = 20

/** All tabs, and the view of the window that changed it last: a new window starts with it. */
export const Tabs = TabView.extend({
  open: z.array(Tab).max(MAX_TABS),
  /** The last one closed comes last. */
  closed: z.array(Tab).max(KEPT_CLOSED).default([]),
})
export type Tabs = z.infer<typeof Tabs>

/** One change of the strip by one window. Each may be applied twice without a difference. */
export const TabChange = z.discriminatedUnion('type', [
  /** Behind `after`; at the end where that is null or gone. */
  z.object({ type: z.literal('open'), tab: Tab, after: TabId.nullable() }),
  z.object({ type: z.literal('change'), id: TabId, fields: TabFields, unset: z.array(z.string()).max(20).default([]) }),
  /** `spareId`: of the empty chat that takes its place where it was the last one. */
  z.object({ type: z.literal('close'), id: TabId, spareId: TabId }),
  z.object({ type: z.literal('reopen'), id: TabId }),
  /** Before `before`; to the end where that is null or gone. */
  z.object({ type: z.literal('move'), id: TabId, before: TabId.nullable() }),
  z.object({ type: z.literal('pin'), id: TabId, pinned: z.boolean() }),
  z.object({ type: z.literal('view'), view: TabView }),
])
export type TabChange = z.infer<typeof TabChange>
