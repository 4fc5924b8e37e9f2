import type { ConversationId, MessageId } from '../../../../shared/ids.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import type { Session } from '../../../state/session.ts'

export type CommandToSend = {
  /** null: a new conversation. */
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  readonly name: string
  /** What was typed after the command. */
  readonly arguments: string
  readonly attachments: readonly AttachmentRef[]
  readonly budgetMicros?: number | null | undefined
  readonly allowNoPrice?: boolean
}

/** Calls a command of the library and returns its conversation. Where the core refuses it, a conversation made for it is taken back. */
export async function sendCommand(session: Session, { conversationId, attachments, ...call }: CommandToSend): Promise<ConversationId> {
  const { client, conversations } = session
  const id = conversationId ?? (await client.conversations.create({})).id
  try {
    const sent = await client.library.send({ ...call, attachments: [...attachments], conversationId: id })
    conversations.open(id)
    conversations.add(id, [sent.question, sent.answer])
    return id
  } catch (thrown) {
    if (conversationId === null) await client.conversations.remove({ id }).catch(() => {})
    throw thrown
  }
}
