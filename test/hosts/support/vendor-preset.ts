import { onTestFinished } from 'vitest'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { ModelRef, PresetId, ProviderId } from '../../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'

/** A data folder with one endpoint of a vendor server and a preset `three` that asks three of its models side by side. */
export async function withVendorPreset(home: string, price: number | null): Promise<VendorServer> {
  const server = await startVendorServer()
  onTestFinished(() => server.close())
  const models = ['one', 'two', 'three']
  server.models(
    'local',
    models.map((id) => ({ id })),
  )
  const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
  const client = await seat.connect()
  const provider = ProviderId.parse('local')
  await client.providers.save({
    id: provider,
    kind: 'compatible',
    name: 'Local',
    baseUrl: server.baseUrl('local'),
    concurrency: 8,
    local: false,
    enabled: true,
  })
  for (const id of models) {
    const ref = ModelRef.parse(`local/${id}`)
    await client.models.add({ ref })
    if (price !== null) await client.models.setPrice({ ref, price: { inputPerMillion: price, outputPerMillion: price } })
  }
  await client.presets.save({
    id: PresetId.parse('three'),
    name: 'Three',
    builtIn: false,
    systemPrompt: '',
    budgetMicros: null,
    settings: { strategy: 'parallel', merge: 'none' },
    members: models.map((id) => ({
      id,
      model: ModelRef.parse(`local/${id}`),
      parameters: {},
      maxOutputTokens: 100,
      fallbacks: [],
      specialities: [],
    })),
  })
  await seat.close()
  return server
}
