import { ChartNoAxesColumn } from 'lucide-react'
import { lazy } from 'react'
import { pick } from '../../state/language.ts'
import type { TabKind } from '../tab-kind.ts'

const label = pick({ en: 'Dashboard', de: 'Übersicht', fr: 'Tableau de bord' })

/** Figures of what happens and of what has happened. */
export const dashboardTab: TabKind = {
  kind: 'dashboard',
  label,
  icon: ChartNoAxesColumn,
  rail: 'head',
  many: false,
  Page: lazy(() => import('./dashboard-tab.tsx')),
  title: () => label,
  state: () => 'quiet',
  shows: { metrics: (place) => ({ place }) },
  commands: [{ id: 'dashboard.open', label, icon: ChartNoAxesColumn, run: ({ tabs }) => tabs.open('dashboard') }],
}
