import { say } from '../../../../shared/sentence.ts'
import { failure } from '../../../../shared/sentences/told.ts'
import type { Adapter, Connection } from '../../adapter.ts'
import { askChat } from './ask-chat.ts'
import { listChatModels } from './list-chat-models.ts'

function addressOf({ baseUrl, name }: Connection): string {
  if (baseUrl !== null) return baseUrl
  throw failure('invalid-input', say('vendor.no-address', { who: name }))
}

/** Any endpoint that speaks OpenAI's chat completions. */
export const compatibleAdapter: Adapter = {
  ask: async (call) => askChat(call, addressOf(call.connection)),
  listModels: async (connection, signal) => listChatModels(connection, addressOf(connection), signal),
}
