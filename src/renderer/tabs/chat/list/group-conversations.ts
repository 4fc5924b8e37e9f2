import type { ConversationSummary } from '../../../../shared/conversation.ts'

export type ConversationGroup = {
  readonly id: 'today' | 'yesterday' | 'thisWeek' | 'earlier'
  readonly conversations: readonly ConversationSummary[]
}

const DAY_MS = 86_400_000

/** Conversations by the day of their last change, newest first; a week is the last seven days. */
export function groupConversations(conversations: readonly ConversationSummary[], now: number): ConversationGroup[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const groupOf = ({ updatedAt }: ConversationSummary): ConversationGroup['id'] => {
    if (updatedAt >= midnight) return 'today'
    if (updatedAt >= midnight - DAY_MS) return 'yesterday'
    return updatedAt >= midnight - 6 * DAY_MS ? 'thisWeek' : 'earlier'
  }
  const groups = Map.groupBy(
    conversations.toSorted((a, b) => b.updatedAt - a.updatedAt),
    groupOf,
  )
  const order = ['today', 'yesterday', 'thisWeek', 'earlier'] as const
  return order.flatMap((id) => {
    const found = groups.get(id)
    return found ? [{ id, conversations: found }] : []
  })
}
