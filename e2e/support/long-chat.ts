import type { ConversationId, MessageId, PresetId } from '../../src/shared/ids.ts'
import type { Client } from './tutti.ts'

/** Questions that go on at once: below it the vendors are waited for, above it they are busy. */
const AT_ONCE = 8

/** Asks `turns` questions, each below the answer to the one before; two messages a turn. Resolves when all are answered. */
export async function askLongChat(
  client: Client,
  presetId: PresetId,
  turns: number,
  question: (turn: number) => string,
): Promise<ConversationId> {
  const { id: conversationId } = await client.conversations.create({})
  const ends: Promise<void>[] = []
  let parentId: MessageId | null = null
  for (let turn = 1; turn <= turns; turn += 1) {
    await ends[turn - 1 - AT_ONCE]
    parentId = await ask(turn, parentId)
  }
  await Promise.all(ends)
  return conversationId

  /** Resolves with the id of the answer, whose run has begun then. */
  async function ask(turn: number, below: MessageId | null): Promise<MessageId> {
    const asked = { conversationId, parentId: below, presetId, text: question(turn), attachments: [], allowNoPrice: true }
    const { answer, runId } = await client.chat.send(asked)
    ends.push(ended(runId))
    return answer.id
  }

  async function ended(id: Parameters<Client['runs']['watch']>[0]['id']): Promise<void> {
    for await (const _ of await client.runs.watch({ id, after: null }));
  }
}
