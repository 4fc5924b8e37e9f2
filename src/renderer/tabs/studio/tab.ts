import { Plus, Workflow } from 'lucide-react'
import { lazy } from 'react'
import type { Tab } from '../../../shared/app-state.ts'
import { pick } from '../../state/language.ts'
import type { Look, TabKind, TabState } from '../tab-kind.ts'
import { parseStudioPlace } from './studio-place.ts'

const LABEL = pick({ en: 'Studio', de: 'Studio', fr: 'Studio' })
const NEW = pick({ en: 'New pipeline', de: 'Neue Pipeline', fr: 'Nouveau pipeline' })

/** Pipelines: built as a graph or as text, and run. */
export const studioTab: TabKind = {
  kind: 'studio',
  label: LABEL,
  icon: Workflow,
  rail: 'head',
  many: true,
  Page: lazy(() => import('./studio-tab.tsx')),
  title: (tab, { app }) => {
    const { pipelineId } = parseStudioPlace(tab.place)
    return app.pipelines.find(({ id }) => id === pipelineId)?.name ?? LABEL
  },
  state,
  shows: { pipeline: (id) => ({ place: id }) },
  search: async (query, { app }) => {
    const words = query.toLowerCase()
    const pipelines = app.getState().snapshot?.pipelines ?? []
    const found = pipelines.filter(({ name, builtIn }) => !builtIn && name.toLowerCase().includes(words)).slice(0, 10)
    return found.map(({ id, name }) => ({ id, label: name, subject: { type: 'pipeline', id } }))
  },
  commands: [{ id: 'studio.new', label: NEW, icon: Plus, run: ({ tabs }) => tabs.openAnother('studio', 'new') }],
}

function state(tab: Tab, { runs }: Look): TabState {
  const { runId } = parseStudioPlace(tab.place)
  const run = runId === null ? undefined : runs.get(runId)
  if (run?.state !== 'running') return run?.state === 'failed' ? 'failed' : 'quiet'
  return run.waits.some(({ kind }) => kind !== 'timer') ? 'waiting' : 'running'
}
