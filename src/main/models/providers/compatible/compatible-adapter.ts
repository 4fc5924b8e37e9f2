import { TuttiError } from '../../../../shared/errors.ts'
import type { Adapter, Connection } from '../../adapter.ts'
import { askChat } from './ask-chat.ts'
import { listChatModels } from './list-chat-models.ts'

function addressOf({ baseUrl, name }: Connection): string {
  if (baseUrl !== null) return baseUrl
  throw new TuttiError('invalid-input', `${name} has no address. Write its base address in Settings, for example http://127.0.0.1:8000/v1.`)
}

/** Any endpoint that speaks OpenAI's chat completions. */
export const compatibleAdapter: Adapter = {
  ask: async (call) => askChat(call, addressOf(call.connection)),
  listModels: async (connection, signal) => listChatModels(connection, addressOf(connection), signal),
}
