import type { Message } from '../../../../shared/conversation.ts'
import type { MessageId } from '../../../../shared/ids.ts'

/** A question and its answer; the answer is null only between two events. */
export type Turn = { readonly question: Message; readonly answer: Message | null }

/** The messages from the first question down to `headId`. */
export function pathTo(messages: readonly Message[], headId: MessageId | null): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const path: Message[] = []
  let message = headId === null ? undefined : byId.get(headId)
  while (message && !path.includes(message)) {
    path.unshift(message)
    message = message.parentId === null ? undefined : byId.get(message.parentId)
  }
  return path
}

export function turnsOf(path: readonly Message[]): Turn[] {
  return path.flatMap((message, at) => {
    if (message.role !== 'user') return []
    const next = path[at + 1]
    return [{ question: message, answer: next?.role === 'assistant' ? next : null }]
  })
}

/** The last messages of all branches, in the order in which the tree reads: older siblings first. */
export function branchEnds(messages: readonly Message[]): MessageId[] {
  const children = Map.groupBy(messages, (message) => message.parentId)
  const ends: MessageId[] = []
  const visit = (parent: MessageId | null) => {
    for (const message of (children.get(parent) ?? []).toSorted((a, b) => a.createdAt - b.createdAt)) {
      if (children.has(message.id)) visit(message.id)
      else ends.push(message.id)
    }
  }
  visit(null)
  return ends
}

/** Which branch `headId` lies on: 1 …, of how many; null where there is one alone. */
export function branchOf(
  messages: readonly Message[],
  headId: MessageId | null,
): { readonly at: number; readonly ends: readonly MessageId[] } | null {
  const ends = branchEnds(messages)
  if (ends.length < 2) return null
  const at = ends.findIndex((end) => end === headId || pathTo(messages, end).some((message) => message.id === headId))
  return at === -1 ? null : { at: at + 1, ends }
}

/** The end of the newest branch that goes on from a message; itself where nothing follows. */
export function endBelow(messages: readonly Message[], id: MessageId): MessageId {
  const newest = messages.filter((message) => message.parentId === id).toSorted((a, b) => b.createdAt - a.createdAt)[0]
  return newest ? endBelow(messages, newest.id) : id
}
