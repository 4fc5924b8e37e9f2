import { z } from 'zod'
import type { Provider } from '../../../shared/settings.ts'
import type { ListedModel } from '../adapter.ts'
import { isChatModel } from '../catalogue/families.ts'
import { listedModel } from './compatible/listed-model.ts'
import { KNOWN_PROVIDERS } from './known.ts'

/** A server on this computer answers in a few ms or is not there. */
const PROBE_MS = 300

/** Read without the SDK: the search runs at every start, and an SDK costs memory. */
const ModelList = z.object({ data: z.array(z.object({ id: z.string() }).loose()) })

export interface LocalServer {
  readonly provider: Provider
  readonly models: readonly ListedModel[]
}

/** Servers that answer on this computer (Ollama, LM Studio unless others are given), with their models. Takes at most 300 ms and does not throw. */
export async function findLocalServers(
  signal: AbortSignal,
  candidates: readonly Provider[] = KNOWN_PROVIDERS.filter(({ local }) => local),
): Promise<LocalServer[]> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)])
  const found = await Promise.all(candidates.map((provider) => probe(provider, limit)))
  return found.filter((server) => server !== null)
}

async function probe(provider: Provider, signal: AbortSignal): Promise<LocalServer | null> {
  try {
    const response = await fetch(`${provider.baseUrl}/models`, { signal })
    const list = ModelList.safeParse(await response.json())
    if (!list.success) return null
    return { provider, models: list.data.data.map(listedModel).filter(({ id }) => isChatModel(id)) }
  } catch {
    // Absent, or something else answers on its port.
    return null
  }
}
