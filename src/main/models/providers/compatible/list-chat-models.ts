import type { Connection, ListedModel } from '../../adapter.ts'
import { openWire } from '../../wire.ts'
import { chatClient } from './ask-chat.ts'
import { listedModel } from './listed-model.ts'

const LIST_LIMIT = 5000

/** The models of a server that speaks OpenAI's protocol. */
export async function listChatModels(connection: Connection, baseUrl: string, signal: AbortSignal): Promise<ListedModel[]> {
  const wire = openWire({ connection, signal, expects: 'application/json' })
  try {
    const client = await chatClient(connection, baseUrl, wire)
    const models: ListedModel[] = []
    for await (const model of client.models.list({ signal })) {
      models.push(listedModel(model))
      if (models.length >= LIST_LIMIT) break
    }
    wire.checkAborted()
    return models
  } catch (thrown) {
    throw wire.error(thrown)
  }
}
