import { useMemo } from 'react'
import { useTabPlace } from '../use-tab-place.ts'
import { type DashboardPlace, formatDashboardPlace, parseDashboardPlace } from './dashboard-place.ts'

/** What the dashboard shows, and how to show something else; it outlives a reload. */
export function useDashboardPlace(): DashboardPlace & { readonly change: (change: Partial<DashboardPlace>) => void } {
  const { place, go } = useTabPlace('dashboard')
  return useMemo(() => {
    const shown = parseDashboardPlace(place)
    return { ...shown, change: (change) => go(formatDashboardPlace({ ...shown, ...change })) }
  }, [place, go])
}
