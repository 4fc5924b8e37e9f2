import { ListTree, Play } from 'lucide-react'
import { lazy } from 'react'
import type { Tab } from '../../../shared/app-state.ts'
import { formatDate } from '../../../shared/format.ts'
import { m } from '../../app/messages.ts'
import { pick } from '../../state/language.ts'
import type { Look, TabKind, TabState } from '../tab-kind.ts'
import { joinPlace, runOf } from './run-place.ts'
import { statusOfView } from './run-status.ts'

const NEW_RUN = pick({ en: 'New run', de: 'Neuer Lauf', fr: 'Nouvelle exécution' })

/** Runs of every orchestrator. */
export const orchestrationTab: TabKind = {
  kind: 'orchestration',
  label: m.shell.runs,
  icon: ListTree,
  rail: 'head',
  many: true,
  Page: lazy(() => import('./orchestration-tab.tsx')),
  title: (tab, look) => shownRun(tab, look)?.title || m.shell.runs,
  state,
  // Several at once: by what they are told apart, as the list's own place says it.
  shows: { run: (id) => ({ place: id }), runs: (narrowing) => ({ place: joinPlace('', narrowing) }) },
  search: async (query, { client }, signal) => {
    const found = await client.runs.list({ query, limit: 10 }, { signal })
    return found.map(({ id, title, startedAt }) => ({
      id,
      label: title || m.runs.untitled,
      note: formatDate(startedAt),
      subject: { type: 'run', id },
    }))
  },
  commands: [{ id: 'runs.new', label: NEW_RUN, icon: Play, run: ({ tabs }) => void tabs.open('orchestration', 'new') }],
}

function shownRun(tab: Tab, { runs }: Look) {
  const id = runOf(tab)
  return id === null ? undefined : runs.get(id)
}

function state(tab: Tab, look: Look): TabState {
  const run = shownRun(tab, look)
  switch (run === undefined ? undefined : statusOfView(run)) {
    case 'running':
    case 'stopping':
      return 'running'
    case 'waiting':
      return 'waiting'
    case 'failed':
    case 'diverged':
      return 'failed'
    default:
      return 'quiet'
  }
}
