import type { ConversationId, MessageId, PresetId } from '../../../shared/ids.ts'
import type { AttachmentRef } from '../../../shared/model.ts'
import type { Session } from '../../state/session.ts'

export type QuestionToSend = {
  /** null: a new conversation. */
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  readonly text: string
  readonly attachments: readonly AttachmentRef[]
  readonly presetId: PresetId
  readonly allowNoPrice: boolean
}

/** Sends a question and returns its conversation. Where the core refuses it, a conversation made for it is taken back. */
export async function sendQuestion(session: Session, question: QuestionToSend): Promise<ConversationId> {
  const { client, conversations } = session
  const { conversationId, attachments, ...rest } = question
  const id = conversationId ?? (await client.conversations.create({})).id
  try {
    const sent = await client.chat.send({ ...rest, attachments: [...attachments], conversationId: id })
    conversations.open(id)
    conversations.add(id, [sent.question, sent.answer])
    return id
  } catch (thrown) {
    if (conversationId === null) await client.conversations.remove({ id }).catch(() => {})
    throw thrown
  }
}
