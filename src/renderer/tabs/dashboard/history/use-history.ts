import type { HistoryQuery, MetricsHistory } from '../../../../shared/metrics.ts'
import { useSession } from '../../../state/use-session.ts'
import { type Read, useRead } from './use-read.ts'

/** The figures of a period, up to date while `active`; null: none. */
export function useHistory(query: HistoryQuery | null, active: boolean): Read<MetricsHistory> {
  const { client } = useSession()
  return useRead(
    query === null ? null : JSON.stringify(query),
    (signal) => client.metrics.history(query ?? { period: 'hour' }, { signal }),
    active,
  )
}
