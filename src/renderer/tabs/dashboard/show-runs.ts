import { useCallback } from 'react'
import type { MetricsFilter } from '../../../shared/metrics.ts'
import { useSession } from '../../state/use-session.ts'

/** Shows the runs behind a figure: those that began from `from` up to `to` (epoch ms) and asked this model. */
export function useShowRuns(): (span: { from: number; to: number }, filter: MetricsFilter) => void {
  const { tabs } = useSession()
  return useCallback(
    ({ from, to }, { model, orchestrator }) => {
      const fields = new URLSearchParams({ since: String(from), until: String(to) })
      if (model !== undefined) fields.set('model', model)
      if (orchestrator !== undefined) fields.set('orchestrator', orchestrator)
      tabs.open('orchestration', `?${fields}`)
    },
    [tabs],
  )
}
