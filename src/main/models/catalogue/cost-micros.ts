import type { Price, Usage } from '../../../shared/model.ts'
import type { Micros } from '../../../shared/money.ts'

/** Dollars per million tokens are micro-dollars per token, so sums of products are micro-dollars; a fraction is rounded up. */
function roundUp(micros: number): Micros {
  // Binary fractions: 3 × 0.1 is 0.30000000000000004, which is no reason to charge a micro more.
  return Math.ceil(Number(micros.toFixed(6)))
}

/**
 * What a call costs. Cache kinds without a price of their own are billed as input (no vendor charges more for a read; a write that
 * is dearer is in the list), reasoning as output.
 */
export function costMicros(price: Price, usage: Usage): Micros {
  const long = price.longInput && usage.input + usage.cacheRead + usage.cacheWrite > price.longInput.above ? price.longInput : null
  const input =
    usage.input * price.inputPerMillion +
    usage.cacheRead * (price.cacheReadPerMillion ?? price.inputPerMillion) +
    usage.cacheWrite * (price.cacheWritePerMillion ?? price.inputPerMillion)
  const output = (usage.output + usage.reasoning) * price.outputPerMillion
  return roundUp(input * (long?.inputTimes ?? 1) + output * (long?.outputTimes ?? 1) + (price.perThousandCalls ?? 0) * 1000)
}

/** The most that this many tokens can cost: all input at its dearest kind. */
export function mostMicros(price: Price, inputTokens: number, outputTokens: number): Micros {
  const dearest = Math.max(price.inputPerMillion, price.cacheReadPerMillion ?? 0, price.cacheWritePerMillion ?? 0)
  const usage: Usage = { input: inputTokens, cacheRead: 0, cacheWrite: 0, output: outputTokens, reasoning: 0, estimated: true }
  return costMicros({ ...price, inputPerMillion: dearest }, usage)
}
