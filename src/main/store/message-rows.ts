import { z } from 'zod'
import { Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { ConversationId, MessageId, RunId } from '../../shared/ids.ts'
import { AttachmentRef } from '../../shared/model.ts'
import type { Database } from './database.ts'

const One = z.object({ one: z.number() })

/** Inside a write: the message with its attachments, without its run, which may not be there yet. */
export function insertMessage(db: Database, message: Message): void {
  const { parentId, conversationId } = message
  if (db.one(One, 'SELECT 1 AS one FROM conversations WHERE id = ?', conversationId) === null) {
    throw new TuttiError('not-found', 'This conversation does not exist any more. Choose another one or start a new one.')
  }
  const parentSql = 'SELECT 1 AS one FROM messages WHERE conversation_id = ? AND id = ?'
  if (parentId !== null && db.one(One, parentSql, conversationId, parentId) === null) {
    throw new TuttiError('not-found', 'The message above this one is not in this conversation. Open the conversation again.')
  }
  db.run(
    'INSERT INTO messages (id, conversation_id, parent_id, role, text, main_speaker, created_at, blind, imported_model) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    message.id,
    conversationId,
    parentId,
    message.role,
    message.text,
    message.mainSpeaker,
    message.createdAt,
    message.blind ?? null,
    message.importedModel ?? null,
  )
  for (const [position, file] of message.attachments.entries()) {
    if (db.one(One, 'SELECT 1 AS one FROM attachments WHERE id = ?', file.id) === null) {
      throw new TuttiError('not-found', `The file "${file.name}" is not in the data folder. Attach it again.`)
    }
    db.run(
      'INSERT INTO message_attachments (message_id, position, attachment_id, name, media_type) VALUES (?, ?, ?, ?, ?)',
      message.id,
      position,
      file.id,
      file.name,
      file.mediaType,
    )
  }
  db.run('UPDATE conversations SET updated_at = max(updated_at, ?) WHERE id = ?', message.createdAt, conversationId)
}

const MessageRow = z.object({
  id: MessageId,
  conversation_id: ConversationId,
  parent_id: MessageId.nullable(),
  role: Message.shape.role,
  text: z.string(),
  run_id: RunId.nullable(),
  main_speaker: z.string().nullable(),
  created_at: z.number(),
  pinned_at: z.number().nullable(),
  blind: Message.shape.blind.unwrap().nullable(),
  thumb: Message.shape.thumb.unwrap().nullable(),
  imported_model: z.string().nullable(),
})

const AttachmentRow = z.object({
  message_id: MessageId,
  id: AttachmentRef.shape.id,
  name: z.string(),
  media_type: z.string(),
  bytes: z.number(),
})

/** Messages by the value of one of two columns, in the order in which they were added. */
export function selectMessages(db: Database, column: 'id' | 'conversation_id', value: string): Message[] {
  const attachments = new Map<MessageId, AttachmentRef[]>()
  const files = db.all(
    AttachmentRow,
    `SELECT message_id, attachments.id, message_attachments.name, message_attachments.media_type, attachments.bytes
     FROM messages JOIN message_attachments ON message_id = messages.id JOIN attachments ON attachments.id = attachment_id
     WHERE messages.${column} = ? ORDER BY messages.number, position`,
    value,
  )
  for (const { message_id, media_type: mediaType, id, name, bytes } of files) {
    attachments.set(message_id, [...(attachments.get(message_id) ?? []), { id, name, mediaType, bytes }])
  }
  return db.all(MessageRow, `SELECT * FROM messages WHERE ${column} = ? ORDER BY number`, value).map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    parentId: row.parent_id,
    role: row.role,
    text: row.text,
    attachments: attachments.get(row.id) ?? [],
    runId: row.run_id,
    mainSpeaker: row.main_speaker,
    createdAt: row.created_at,
    ...(row.pinned_at === null ? {} : { pinned: true }),
    ...(row.blind === null ? {} : { blind: row.blind }),
    ...(row.thumb === null ? {} : { thumb: row.thumb }),
    ...(row.imported_model === null ? {} : { importedModel: row.imported_model }),
  }))
}
