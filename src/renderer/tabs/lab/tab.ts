import { FlaskConical } from 'lucide-react'
import { lazy } from 'react'
import { pick } from '../../state/language.ts'
import type { TabKind } from '../tab-kind.ts'

const label = pick({ en: 'Lab', de: 'Labor', fr: 'Labo' })

/** Data sets and experiments: which preset is right how often, and at what price. */
export const labTab: TabKind = {
  kind: 'lab',
  label,
  icon: FlaskConical,
  rail: 'head',
  many: false,
  Page: lazy(() => import('./lab-tab.tsx')),
  title: () => label,
  state: () => 'quiet',
  shows: { experiment: (id) => ({ place: id }) },
  commands: [{ id: 'lab.open', label, icon: FlaskConical, run: ({ tabs }) => tabs.open('lab') }],
}
