import { TuttiError } from '../../../../shared/errors.ts'
import type { Adapter, Connection, ListedModel } from '../../adapter.ts'
import { openWire } from '../../wire.ts'
import { askChat, chatClient } from '../compatible/ask-chat.ts'
import { listChatModels } from '../compatible/list-chat-models.ts'

const BASE_URL = 'https://api.perplexity.ai'

/** The Sonar models of Perplexity's documentation, which has no list of them: its /v1/models names those of another API. */
const SONAR: readonly ListedModel[] = [
  { id: 'sonar', label: 'Sonar' },
  { id: 'sonar-pro', label: 'Sonar Pro' },
  { id: 'sonar-reasoning-pro', label: 'Sonar Reasoning Pro' },
  { id: 'sonar-deep-research', label: 'Sonar Deep Research' },
]

function isMissing(thrown: unknown): boolean {
  const { status } = TuttiError.from(thrown)
  return status === 404 || status === 405
}

/** Asks for the account's list of asynchronous answers: free of charge, and refused for a wrong key. */
async function checkKey(connection: Connection, baseUrl: string, signal: AbortSignal): Promise<void> {
  const wire = openWire({ connection, signal, expects: 'application/json' })
  try {
    const client = await chatClient(connection, baseUrl, wire)
    await client.get('/async/chat/completions', { signal })
  } catch (thrown) {
    const error = wire.error(thrown)
    if (!isMissing(error)) throw error
  }
}

/** Perplexity speaks OpenAI's chat completions and adds citations and what a call cost. */
export const perplexityAdapter: Adapter = {
  ask: async (call) => askChat(call, call.connection.baseUrl ?? BASE_URL),
  async listModels(connection, signal) {
    const baseUrl = connection.baseUrl ?? BASE_URL
    try {
      return await listChatModels(connection, baseUrl, signal)
    } catch (thrown) {
      if (!isMissing(thrown)) throw thrown
    }
    await checkKey(connection, baseUrl, signal)
    return [...SONAR]
  },
}
