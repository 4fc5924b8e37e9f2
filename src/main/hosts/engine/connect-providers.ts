import { modelRef, ProviderId } from '../../../shared/ids.ts'
import { Provider } from '../../../shared/settings.ts'
import type { CoreClient } from '../core/core-connection.ts'
import type { EngineOptions } from './engine-options.ts'

/** Hands the keys and the further servers of an engine to its core, and lists their models. */
export async function connectProviders(client: CoreClient, { keys = {}, providers = [] }: EngineOptions): Promise<void> {
  for (const [vendor, key] of Object.entries(keys)) await client.providers.setKey({ id: ProviderId.parse(vendor), key })
  for (const { id: name, baseUrl, key, models } of providers) {
    const id = ProviderId.parse(name)
    await client.providers.save(
      Provider.parse({ id, kind: 'compatible', name, baseUrl, concurrency: 16, local: key === undefined, enabled: true }),
    )
    if (key !== undefined) await client.providers.setKey({ id, key })
    if (models === undefined) await client.providers.test({ id })
    for (const model of models ?? []) await client.models.add({ ref: modelRef(id, model) })
  }
}
