import { Plus, SquareSlash, Upload, UserRound, Workflow } from 'lucide-react'
import { lazy } from 'react'
import type { Tab } from '../../../shared/app-state.ts'
import { type LibraryKind, LibraryName } from '../../../shared/library.ts'
import { pick } from '../../state/language.ts'
import type { Look, TabAim, TabKind, TabState } from '../tab-kind.ts'
import { entryName } from './library/entry-name.ts'
import { formatStudioPlace, parseStudioPlace } from './studio-place.ts'

const LABEL = pick({ en: 'Studio', de: 'Studio', fr: 'Studio' })
const LIBRARY_LABEL = pick({ en: 'Commands and agents', de: 'Befehle und Agenten', fr: 'Commandes et agents' })
const IMPORT = pick({
  en: 'Import commands and agents',
  de: 'Befehle und Agenten importieren',
  fr: 'Importer des commandes et des agents',
})
const LIBRARY_PLACE = formatStudioPlace({ library: { view: 'list' } })
const IMPORT_PLACE = formatStudioPlace({ library: { view: 'import' } })
const NEW = pick({ en: 'New pipeline', de: 'Neue Pipeline', fr: 'Nouveau pipeline' })

/** Pipelines: built as a graph or as text, and run; and the library of commands and agents. */
export const studioTab: TabKind = {
  kind: 'studio',
  label: LABEL,
  icon: Workflow,
  rail: 'head',
  many: true,
  Page: lazy(() => import('./studio-tab.tsx')),
  title: (tab, { app }) => {
    const { pipelineId, library } = parseStudioPlace(tab.place)
    if (library?.view === 'entry') return entryName(library)
    if (library !== null) return LIBRARY_LABEL
    return app.pipelines.find(({ id }) => id === pipelineId)?.name ?? LABEL
  },
  state,
  shows: {
    pipeline: (id) => ({ place: id }),
    command: (name) => entryAim('command', name),
    agent: (name) => entryAim('agent', name),
  },
  search: async (query, { app }) => {
    const words = query.toLowerCase()
    const { pipelines = [], library = [] } = app.getState().snapshot ?? {}
    const own = pipelines.filter(({ name, builtIn }) => !builtIn && name.toLowerCase().includes(words))
    const entries = library.filter((entry) => entryName(entry).includes(words))
    return [
      ...own.map(({ id, name }) => ({ id, label: name, subject: { type: 'pipeline', id } })),
      ...new Map(
        entries.map((entry) => {
          const id = `${entry.kind} ${entry.name}`
          const icon = entry.kind === 'agent' ? UserRound : SquareSlash
          return [id, { id, label: entryName(entry), note: entry.description, icon, subject: { type: entry.kind, id: `${entry.name}` } }]
        }),
      ).values(),
    ].slice(0, 10)
  },
  commands: [
    { id: 'studio.new', label: NEW, icon: Plus, run: ({ tabs }) => tabs.openAnother('studio', 'new') },
    { id: 'studio.library', label: LIBRARY_LABEL, icon: SquareSlash, run: ({ tabs }) => tabs.open('studio', LIBRARY_PLACE) },
    { id: 'studio.import', label: IMPORT, icon: Upload, run: ({ tabs }) => tabs.open('studio', IMPORT_PLACE) },
  ],
}

function entryAim(kind: LibraryKind, name: string): TabAim | null {
  const known = LibraryName.safeParse(name)
  return known.success ? { place: formatStudioPlace({ library: { view: 'entry', kind, name: known.data } }) } : null
}

function state(tab: Tab, { runs }: Look): TabState {
  const { runId } = parseStudioPlace(tab.place)
  const run = runId === null ? undefined : runs.get(runId)
  if (run?.state !== 'running') return run?.state === 'failed' ? 'failed' : 'quiet'
  return run.waits.some(({ kind }) => kind !== 'timer') ? 'waiting' : 'running'
}
