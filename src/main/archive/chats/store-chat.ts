import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Message } from '../../../shared/conversation.ts'
import { ConversationId, MessageId } from '../../../shared/ids.ts'
import type { AttachmentRef } from '../../../shared/model.ts'
import type { AttachmentStore } from '../../store/attachment-store.ts'
import type { Database } from '../../store/database.ts'
import { insertMessage } from '../../store/message-rows.ts'
import type { ImportedConversation, ImportedMessage } from './imported-conversation.ts'

/** Messages of one transaction, so that the core's own writes never wait long for the lock. */
const MESSAGES_A_WRITE = 20
const CHARACTERS_A_WRITE = 100_000

const Known = z.object({ conversation_id: ConversationId, digest: z.string() })
const KnownMessage = z.object({ imported_id: z.string(), id: MessageId })

export interface ChatStore {
  readonly db: Database
  readonly attachments: Pick<AttachmentStore, 'add'>
  /** Epoch ms. */
  readonly now: number
  /** After each transaction: others get their turn; throws to stop. */
  readonly breathe: () => Promise<void>
}

/**
 * Stores an imported conversation and returns how many messages are new; null where it is there already and unchanged. One that has grown
 * gets what is new. Until it is whole a new one is hidden as if it was removed: one that was stopped half-way is never seen.
 */
export async function storeChat(chat: ImportedConversation, store: ChatStore): Promise<number | null> {
  const { db, now, breathe } = store
  const digest = createHash('sha256').update(JSON.stringify(chat)).digest('hex')
  const known = knownConversation(db, chat)
  if (known?.digest === digest) return null
  const id = known?.conversation_id ?? ConversationId.parse(randomUUID())
  const ids = new Map(known === null ? [] : knownMessages(db, id).map((row) => [row.imported_id, row.id]))
  const fresh = chat.messages.filter((message) => !ids.has(message.id))
  for (const message of fresh) ids.set(message.id, MessageId.parse(randomUUID()))
  const groups = groupsOf(fresh)
  for (const [index, group] of groups.entries()) {
    const messages: [ImportedMessage, Message][] = []
    for (const message of group) messages.push([message, await messageOf(message, chat, id, ids, store)])
    await db.write(() => {
      if (index === 0 && known === null) insertConversation(db, chat, id, now)
      for (const [source, message] of messages) {
        insertMessage(db, message)
        db.run('UPDATE messages SET imported_id = ? WHERE id = ?', source.id, message.id)
      }
      if (index === groups.length - 1) finish(db, chat, id, ids, digest, now)
    })
    await breathe()
  }
  return fresh.length
}

function insertConversation(db: Database, { title, createdAt, updatedAt }: ImportedConversation, id: ConversationId, now: number): void {
  const sql = `INSERT INTO conversations (id, title, system_prompt, created_at, updated_at, removed_at) VALUES (?, ?, '', ?, ?, ?)`
  db.run(sql, id, title.slice(0, 200), createdAt || now, updatedAt || createdAt || now, now)
}

/** All is there: it is shown, and the next import of the same knows it. */
function finish(
  db: Database,
  { source, id: sourceId, headId, updatedAt }: ImportedConversation,
  id: ConversationId,
  ids: ReadonlyMap<string, MessageId>,
  digest: string,
  now: number,
): void {
  const head = headId === null ? null : (ids.get(headId) ?? null)
  const shown = 'removed_at = NULL, updated_at = max(updated_at, ?), head_id = coalesce(head_id, ?)'
  db.run(`UPDATE conversations SET ${shown} WHERE id = ?`, updatedAt, head, id)
  const sql = `INSERT INTO imports (source, source_id, conversation_id, digest, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (source, source_id) DO UPDATE SET conversation_id = excluded.conversation_id, digest = excluded.digest, at = excluded.at`
  db.run(sql, source, sourceId, id, digest, now)
}

/** What an earlier import brought, unless the user has removed it since. */
function knownConversation(db: Database, { source, id }: ImportedConversation): z.infer<typeof Known> | null {
  const sql = `SELECT conversation_id, digest FROM imports JOIN conversations ON conversations.id = conversation_id
    WHERE source = ? AND source_id = ? AND removed_at IS NULL`
  return db.one(Known, sql, source, id)
}

function knownMessages(db: Database, id: ConversationId): z.infer<typeof KnownMessage>[] {
  return db.all(KnownMessage, 'SELECT imported_id, id FROM messages WHERE conversation_id = ? AND imported_id IS NOT NULL', id)
}

/** At least one, so that a conversation that brings nothing new is noted, too. */
function groupsOf(messages: readonly ImportedMessage[]): ImportedMessage[][] {
  const groups: ImportedMessage[][] = [[]]
  let characters = 0
  for (const message of messages) {
    const last = groups.at(-1)
    if (last !== undefined && last.length < MESSAGES_A_WRITE && characters < CHARACTERS_A_WRITE) last.push(message)
    else {
      groups.push([message])
      characters = 0
    }
    characters += message.text.length
  }
  return groups
}

async function messageOf(
  message: ImportedMessage,
  chat: ImportedConversation,
  conversationId: ConversationId,
  ids: ReadonlyMap<string, MessageId>,
  { attachments, now }: ChatStore,
): Promise<Message> {
  const files: AttachmentRef[] = []
  for (const { name, text } of message.files) files.push(await attachments.add(name.slice(0, 255), 'text/plain', Buffer.from(text)))
  return {
    id: MessageId.parse(ids.get(message.id)),
    conversationId,
    parentId: message.parentId === null ? null : (ids.get(message.parentId) ?? null),
    role: message.role,
    text: message.text,
    attachments: files,
    runId: null,
    mainSpeaker: null,
    createdAt: message.createdAt || chat.createdAt || now,
    ...(message.model === null ? {} : { importedModel: message.model }),
  }
}
