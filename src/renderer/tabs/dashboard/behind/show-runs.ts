import { createContext, useContext } from 'react'
import type { BehindQuery } from '../../../../shared/metrics.ts'

/** Shows the runs behind a figure, beside the dashboard. */
export const ShowRunsContext = createContext<(query: BehindQuery) => void>(() => {})

export function useShowRuns(): (span: { readonly from: number; readonly to: number }, filter: BehindQuery['filter']) => void {
  const show = useContext(ShowRunsContext)
  return ({ from, to }, filter) => show({ from, to, filter })
}
