import type { ConversationId, MessageId, PresetId } from '../../../../shared/ids.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import type { Session } from '../../../state/session.ts'

export type QuestionToSend = {
  /** null: a new conversation. */
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  readonly text: string
  readonly attachments: readonly AttachmentRef[]
  readonly presetId: PresetId
  readonly allowNoPrice: boolean
  /** Ids of the members that are asked; left out: all. */
  readonly only?: readonly string[] | undefined
  readonly blind?: boolean | undefined
  readonly budgetMicros?: number | undefined
}

/** Sends a question and returns its conversation. Where the core refuses it, a conversation made for it is taken back. */
export async function sendQuestion(session: Session, question: QuestionToSend): Promise<ConversationId> {
  const { client, conversations } = session
  const { conversationId, attachments, only, ...rest } = question
  const id = conversationId ?? (await client.conversations.create({})).id
  try {
    const asked = only === undefined ? {} : { only: [...only] }
    const sent = await client.chat.send({ ...rest, ...asked, attachments: [...attachments], conversationId: id })
    conversations.open(id)
    conversations.add(id, [sent.question, sent.answer])
    return id
  } catch (thrown) {
    if (conversationId === null) await client.conversations.remove({ id }).catch(() => {})
    throw thrown
  }
}
