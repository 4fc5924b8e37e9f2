import { z } from 'zod'
import type { Message } from '../../../shared/conversation.ts'
import { TuttiError } from '../../../shared/errors.ts'
import { type ConversationId, MessageId } from '../../../shared/ids.ts'
import type { RunView } from '../../../shared/run.ts'
import { runViewOf } from '../../../shared/run-view.ts'
import type { Database } from '../../store/database.ts'
import { selectMessages } from '../../store/message-rows.ts'
import { selectEvents } from '../../store/run-rows.ts'

/** A message with the run that answered, as far as there is one. */
export interface DocumentMessage extends Message {
  readonly run: RunView | null
}

/** A conversation to be written as a file. */
export interface ConversationDocument {
  readonly id: ConversationId
  readonly title: string
  readonly systemPrompt: string
  /** Epoch ms. */
  readonly createdAt: number
  readonly headId: MessageId | null
  /** Of all branches, oldest first. */
  readonly messages: readonly DocumentMessage[]
}

const Row = z.object({ title: z.string(), system_prompt: z.string(), created_at: z.number(), head_id: MessageId.nullable() })

/** Reads a conversation with the histories of its runs. Throws 'not-found' where it is not there or was removed. */
export function readConversation(db: Database, id: ConversationId, check: () => void): ConversationDocument {
  const sql = 'SELECT title, system_prompt, created_at, head_id FROM conversations WHERE id = ? AND removed_at IS NULL'
  const row = db.one(Row, sql, id)
  if (row === null) throw new TuttiError('not-found', 'This conversation does not exist any more. Choose another one.')
  const messages = selectMessages(db, 'conversation_id', id).map((message) => {
    check()
    return { ...message, run: message.runId === null ? null : runViewOf(message.runId, selectEvents(db, message.runId)) }
  })
  return { id, title: row.title, systemPrompt: row.system_prompt, createdAt: row.created_at, headId: row.head_id, messages }
}

/** The messages of the branch that is shown, from the first one on. */
export function shownBranch({ messages, headId }: ConversationDocument): DocumentMessage[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const branch: DocumentMessage[] = []
  for (let next = byId.get(headId ?? messages.at(-1)?.id ?? MessageId.parse('none')); next !== undefined; ) {
    branch.unshift(next)
    next = next.parentId === null ? undefined : byId.get(next.parentId)
  }
  return branch
}
