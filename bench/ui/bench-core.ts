import { type Client, startTutti, type Tutti } from '../../e2e/support/tutti.ts'
import { ModelRef, PresetId, ProviderId } from '../../src/shared/ids.ts'
import { Member } from '../../src/shared/preset.ts'
import { startVendorProcess, type VendorProcess } from '../support/vendor-process.ts'

export interface BenchCore {
  readonly tutti: Tutti
  readonly client: Client
  readonly vendor: VendorProcess
  close(): Promise<void>
}

const PROVIDER = ProviderId.parse('vendor')

/** The built program on an empty data folder, with six models of a local vendor. */
export async function startBenchCore(): Promise<BenchCore> {
  const vendor = await startVendorProcess()
  const tutti = await startTutti()
  const client = await tutti.client()
  const baseUrl = `${vendor.url}/vendor/v1`
  await client.providers.save({ id: PROVIDER, kind: 'compatible', name: 'Vendor', baseUrl, concurrency: 16, local: true, enabled: true })
  for (let number = 1; number <= 6; number += 1) await client.models.add({ ref: ModelRef.parse(`vendor/m${number}`) })
  return {
    tutti,
    client,
    vendor,
    close: async () => {
      await tutti.close()
      vendor.kill()
    },
  }
}

/** A preset that asks the first `count` of the models side by side. */
export async function saveBenchPreset(client: Client, count: number): Promise<PresetId> {
  const id = PresetId.parse(`bench-${count}`)
  const members = Array.from({ length: count }, (_, at) =>
    Member.parse({ id: `m${at + 1}`, model: `vendor/m${at + 1}`, maxOutputTokens: 4_000 }),
  )
  await client.presets.save({
    ...{ id, name: `Bench ${count}`, builtIn: false, settings: { strategy: 'parallel', merge: 'none' }, members },
    ...{ systemPrompt: '', budgetMicros: null },
  })
  return id
}
