import { useEffect, useState } from 'react'
import type { MetricsFilter, MetricsHistory } from '../../../shared/metrics.ts'

type Seen = { readonly model: readonly string[]; readonly strategy: readonly string[]; readonly task: readonly string[] }
const DIMENSIONS = ['model', 'strategy', 'task'] as const

/** Every value that was shown since the tab was opened, so that a filter does not take its own alternatives away. */
export function useSeenValues(history: MetricsHistory | null, filter: MetricsFilter): Seen {
  const [seen, setSeen] = useState<Seen>({ model: [], strategy: [], task: [] })
  useEffect(() => {
    setSeen((known) => {
      const of = (dimension: (typeof DIMENSIONS)[number]) => {
        const chosen = filter[dimension]
        const now = [...(chosen === undefined ? [] : [chosen]), ...(history?.groups[dimension] ?? []).map(({ key }) => key)]
        return [...new Set([...known[dimension], ...now])].filter((key) => key !== '')
      }
      const next = { model: of('model'), strategy: of('strategy'), task: of('task') }
      return DIMENSIONS.every((dimension) => next[dimension].length === known[dimension].length) ? known : next
    })
  }, [history, filter])
  return seen
}
