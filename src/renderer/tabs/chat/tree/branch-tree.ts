import type { Message } from '../../../../shared/conversation.ts'
import type { MessageId } from '../../../../shared/ids.ts'
import { pathTo, waysOn } from './branches.ts'

/** A line of the tree. What follows a message alone stands at its level; where ways part, each goes one level deeper. */
export type TreeRow = {
  readonly message: Message
  /** 1 … */
  readonly level: number
  /** Ways on from here; more than one: the tree forks. */
  readonly ways: number
  /** Whether the ways on are shown; null where the tree does not fork. */
  readonly open: boolean | null
  /** It lies on the branch that is shown. */
  readonly shown: boolean
  /** It is the end of the branch that is shown. */
  readonly head: boolean
}

/** The lines of a conversation's tree from the top, oldest way first. `folded`: forks whose ways are hidden. */
export function treeRows(messages: readonly Message[], headId: MessageId | null, folded: ReadonlySet<MessageId>): TreeRow[] {
  const next = waysOn(messages)
  const onPath = new Set(pathTo(messages, headId).map((message) => message.id))
  const rows: TreeRow[] = []
  const waiting = ways(null, 1).toReversed()
  // Not by recursion: a conversation may be thousands of messages deep.
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const { message, level } = row
    const count = next(message.id).length
    const open = count > 1 ? !folded.has(message.id) : null
    rows.push({ message, level, ways: count, open, shown: onPath.has(message.id), head: message.id === headId })
    if (open !== false) waiting.push(...ways(message.id, level).toReversed())
  }
  return rows

  function ways(parent: MessageId | null, level: number): { message: Message; level: number }[] {
    const found = next(parent)
    return found.map((message) => ({ message, level: found.length > 1 && parent !== null ? level + 1 : level }))
  }
}
