import type { ConversationSummary } from '../../../../shared/conversation.ts'
import { groupConversations } from './group-conversations.ts'

/** A part of the list: pinned ones, a group that the user made, or a day. */
export type ListPart = {
  readonly kind: 'pinned' | 'group' | 'today' | 'yesterday' | 'thisWeek' | 'earlier'
  /** Of a group. */
  readonly name: string
  readonly conversations: readonly ConversationSummary[]
}

/** The names of all groups, by the alphabet. */
export function groupNames(conversations: readonly ConversationSummary[]): string[] {
  return [...new Set(conversations.flatMap(({ group }) => group ?? []))].toSorted((a, b) => a.localeCompare(b))
}

/** The list from the top: pinned, then groups by name, then the rest by day. A pinned one of a group stands at the top alone. */
export function listParts(conversations: readonly ConversationSummary[], now: number): ListPart[] {
  const newest = conversations.toSorted((a, b) => b.updatedAt - a.updatedAt)
  const pinned = newest.filter((conversation) => conversation.pinned)
  const rest = newest.filter((conversation) => !conversation.pinned)
  const groups = groupNames(rest).map((name): ListPart => {
    return { kind: 'group', name, conversations: rest.filter((conversation) => conversation.group === name) }
  })
  const days = groupConversations(
    rest.filter((conversation) => conversation.group == null),
    now,
  ).map((day): ListPart => ({ kind: day.id, name: '', conversations: day.conversations }))
  return [...(pinned.length > 0 ? [{ kind: 'pinned', name: '', conversations: pinned } as const] : []), ...groups, ...days]
}
