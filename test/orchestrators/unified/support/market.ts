import type { Candidate } from '../../../../src/main/orchestrators/unified/select/candidate.ts'
import { modelRef, ProviderId } from '../../../../src/shared/ids.ts'
import type { Capability, ModelInfo } from '../../../../src/shared/model.ts'
import { Member } from '../../../../src/shared/preset.ts'

/** A model with an output price in dollars per million tokens, as it may be chosen for a question that costs as told. */
export function candidate(
  id: string,
  vendor: string,
  outputPerMillion: number,
  cost: { readonly aboutMicros: number; readonly atMostMicros: number },
  capabilities: Capability[] = ['text'],
): Candidate {
  const provider = ProviderId.parse(vendor)
  const info: ModelInfo = {
    ref: modelRef(provider, id),
    provider,
    id,
    label: id,
    capabilities,
    contextWindow: 200_000,
    maxOutput: 8192,
    price: { inputPerMillion: outputPerMillion / 5, outputPerMillion, source: 'list' },
    enabled: true,
    simulated: false,
    origin: 'listed',
  }
  return { member: Member.parse({ id, model: info.ref }), info, cost, local: false, resting: false }
}

/** Three vendors, from tiny to grand, and one that searches. */
export const MARKET: readonly Candidate[] = [
  candidate('tiny', 'one', 0.4, { aboutMicros: 90, atMostMicros: 900 }),
  candidate('small', 'two', 0.6, { aboutMicros: 140, atMostMicros: 1_400 }, ['text', 'tools']),
  candidate('light', 'three', 2.5, { aboutMicros: 500, atMostMicros: 5_200 }, ['text', 'images']),
  candidate('mid', 'one', 4, { aboutMicros: 900, atMostMicros: 8_300 }, ['text', 'images', 'tools']),
  candidate('strong', 'two', 10, { aboutMicros: 2_200, atMostMicros: 20_600 }, ['text', 'images', 'tools', 'reasoning']),
  candidate('grand', 'three', 15, { aboutMicros: 3_400, atMostMicros: 31_000 }, ['text', 'images', 'pdf', 'tools', 'reasoning']),
  candidate('searcher', 'four', 8, { aboutMicros: 6_000, atMostMicros: 22_000 }, ['text', 'citations']),
]
