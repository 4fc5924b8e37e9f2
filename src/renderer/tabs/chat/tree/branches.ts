import type { Message } from '../../../../shared/conversation.ts'
import type { MessageId } from '../../../../shared/ids.ts'

// Conversations may be thousands of messages deep: nothing here calls itself or looks through all of them for each.

/** A question and its answer; the answer is null only between two events. */
export type Turn = { readonly question: Message; readonly answer: Message | null }

/** The messages from the first question down to `headId`. */
export function pathTo(messages: readonly Message[], headId: MessageId | null): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const path = new Set<Message>()
  let message = headId === null ? undefined : byId.get(headId)
  while (message && !path.has(message)) {
    path.add(message)
    message = message.parentId === null ? undefined : byId.get(message.parentId)
  }
  return [...path].toReversed()
}

export function turnsOf(path: readonly Message[]): Turn[] {
  return path.flatMap((message, at) => {
    if (message.role !== 'user') return []
    const next = path[at + 1]
    return [{ question: message, answer: next?.role === 'assistant' ? next : null }]
  })
}

/** What follows each message, older siblings first; what follows null begins the conversation. */
export function waysOn(messages: readonly Message[]): (id: MessageId | null) => readonly Message[] {
  const children = Map.groupBy(messages, (message) => message.parentId)
  return (id) => (children.get(id) ?? []).toSorted((a, b) => a.createdAt - b.createdAt)
}

/** The last messages of all branches, in the order in which the tree reads: older siblings first. */
export function branchEnds(messages: readonly Message[]): MessageId[] {
  const ways = waysOn(messages)
  const ends: MessageId[] = []
  const waiting = ways(null).toReversed()
  for (let message = waiting.pop(); message; message = waiting.pop()) {
    const next = ways(message.id)
    if (next.length === 0) ends.push(message.id)
    else waiting.push(...next.toReversed())
  }
  return ends
}

/** Which branch `headId` lies on: 1 …, of how many; null where there is one alone. */
export function branchOf(
  messages: readonly Message[],
  headId: MessageId | null,
): { readonly at: number; readonly ends: readonly MessageId[] } | null {
  const ends = branchEnds(messages)
  if (ends.length < 2) return null
  const below = new Set([headId])
  // Each message comes after the one that it answers.
  for (const { id, parentId } of messages) if (parentId !== null && below.has(parentId)) below.add(id)
  const at = ends.findIndex((end) => below.has(end))
  return at === -1 ? null : { at: at + 1, ends }
}

/** The end of the newest branch that goes on from a message; itself where nothing follows. */
export function endBelow(messages: readonly Message[], id: MessageId): MessageId {
  const ways = waysOn(messages)
  let end = id
  for (let next = ways(id).at(-1); next; next = ways(next.id).at(-1)) end = next.id
  return end
}
