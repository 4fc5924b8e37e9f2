import { changeAttempt, currentAttempt } from '../../kernel/attempts.ts'
import type { Link } from '../../kernel/call.ts'
import type { Latencies } from '../../kernel/latencies.ts'
import { costMicros } from '../catalogue/cost-micros.ts'
import type { ModelRegistry } from '../model-registry.ts'

/**
 * Puts a price on what a call used, also where it failed: the usage that the end of the road left in the attempt is billed.
 * Where the vendor says itself what it billed, that counts. Remembers how long answered calls took.
 */
export function settle(registry: Pick<ModelRegistry, 'info'>, latencies: Pick<Latencies, 'answered'>): Link {
  return async (call, next) => {
    const { price } = registry.info(call.request.model)
    try {
      const answer = await next(call)
      latencies.answered(call.request.model, answer.firstTokenMs, answer.totalMs)
      return { ...answer, costMicros: answer.vendorCostMicros ?? (price && costMicros(price, answer.usage)) }
    } catch (thrown) {
      const { usage } = currentAttempt(call)
      if (usage && price) changeAttempt(call, { costMicros: isNothing(usage) ? 0 : costMicros(price, usage) })
      throw thrown
    }
  }
}

function isNothing(usage: { input: number; cacheRead: number; cacheWrite: number; output: number; reasoning: number }): boolean {
  return usage.input + usage.cacheRead + usage.cacheWrite + usage.output + usage.reasoning === 0
}
