import { lambdaAt } from '../../../../shared/dial-lambda.ts'
import type { EntryResult } from '../../../../shared/lab.ts'

/**
 * What is worth most at a place of the dial, 0 the cheapest and 1 the best: accuracy less λ · cost. Turned up, never a cheaper one; of
 * equals the cheaper. Undefined where nothing was asked.
 */
export function atBalance(entries: readonly EntryResult[], dial: number): EntryResult | undefined {
  const asked = entries.filter((entry) => entry.asked > 0)
  const lambda = lambdaAt(dial, Math.max(0, ...asked.map(({ cost }) => cost.value)))
  const worth = ({ accuracy, cost }: EntryResult) => accuracy.value - (lambda * cost.value) / 1000
  return asked.toSorted((a, b) => worth(b) - worth(a) || a.cost.value - b.cost.value)[0]
}
