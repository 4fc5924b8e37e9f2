import type { MetricPoint } from '../../../../shared/metrics.ts'
import { addTally, emptyTally } from '../../../../shared/tally.ts'

/** At most `most` points, neighbours added up: percentiles of the sums are exact. */
export function mergePoints(points: readonly MetricPoint[], most: number): MetricPoint[] {
  const each = Math.max(1, Math.ceil(points.length / most))
  return Array.from({ length: Math.ceil(points.length / each) }, (_, index) => {
    const members = points.slice(index * each, (index + 1) * each)
    const tally = emptyTally()
    for (const member of members) addTally(tally, member.tally)
    return { from: members[0]?.from ?? 0, to: members.at(-1)?.to ?? 0, tally }
  })
}
