import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { RunFilter } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Field } from '../../../components/field.tsx'
import { moveByArrows } from '../../../components/move-by-arrows.ts'
import { Segment } from '../../../components/segment.tsx'
import { Select } from '../../../components/select.tsx'
import { useSession } from '../../../state/use-session.ts'
import { useTabScroll } from '../../use-tab-scroll.ts'
import { useOrchestrators } from '../use-orchestrators.ts'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { ListFilters } from './list-filters.tsx'
import { isNarrowed } from './narrowing.ts'
import { RunRow } from './run-row.tsx'
import { useRunList } from './use-run-list.ts'

const FILTERS: readonly RunFilter[] = ['all', 'running', 'waiting', 'done', 'failed']
const OPTIONS = FILTERS.map((value) => ({ value, label: m.runs.filters[value] }))

/** The runs of this computer, newest first: a whole page, or a column beside the run that is open. */
export function RunList() {
  const { tabs } = useSession()
  const { runId, aside, narrowing, narrow, openRun, openNew } = useRunPlace()
  const [query, setQuery] = useState('')
  const orchestrators = useOrchestrators()
  const { runs, more, error, showMore } = useRunList(query, narrowing)
  const { state: filter } = narrowing
  const setFilter = (state: RunFilter) => narrow({ ...narrowing, state })
  const scroller = useTabScroll<HTMLDivElement>('list')
  const beside = runId !== null || aside?.kind === 'compare'
  return (
    <nav
      aria-label={m.runs.title}
      onKeyDown={moveByArrows}
      className={classNames(
        '@container/runs flex min-h-0 min-w-0 flex-col',
        beside ? 'w-62 flex-none border-r border-line max-wide:hidden' : 'flex-1',
      )}
    >
      <div
        className={classNames(
          'flex flex-none items-center gap-2 p-2.5',
          beside ? 'flex-col' : 'h-12 flex-wrap border-b border-line px-6 py-2 max-narrow:h-auto max-narrow:px-3',
        )}
      >
        {!beside && <h1 className="mr-3 text-15 font-semibold">{m.runs.title}</h1>}
        {beside ? (
          <Select label={m.runs.filter} value={filter} options={OPTIONS} onChange={setFilter} className="w-full" />
        ) : (
          <>
            <span className="@max-[36rem]/runs:hidden">
              <Segment label={m.runs.filter} value={filter} options={OPTIONS} onChange={setFilter} />
            </span>
            <Select label={m.runs.filter} value={filter} options={OPTIONS} onChange={setFilter} className="@min-[36rem]/runs:hidden" />
          </>
        )}
        <Field
          quiet
          type="search"
          label={m.runs.search}
          placeholder={m.runs.search}
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          boxClassName={beside ? 'w-full flex-none' : 'ml-auto w-56 max-narrow:ml-0'}
        />
        {!beside && (
          <Button look="main" onClick={openNew}>
            <Plus size={14} aria-hidden />
            {w.newRun.title}
          </Button>
        )}
      </div>
      {!beside && <ListFilters narrowing={narrowing} orchestrators={orchestrators.map(({ id }) => id)} onChange={narrow} />}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-4 @min-[60rem]/runs:px-4 @min-[60rem]/runs:pt-1">
        {error && <ErrorNote what={m.runs.listFailed} kept={error.message} />}
        {runs !== null && runs.length > 0 && (
          <>
            <div aria-hidden className="run-row run-row-head px-2 text-12 font-medium text-ink-3">
              <span className="run-row-title">{m.runs.columns.run}</span>
              <span className="run-row-state">{m.runs.columns.state}</span>
              <span className="run-row-preset">{m.runs.columns.preset}</span>
              <span className="run-row-started">{m.runs.columns.started}</span>
              <span className="run-row-time">{m.runs.columns.time}</span>
              <span className="run-row-cost">{m.runs.columns.cost}</span>
            </div>
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
              {runs.map((run) => (
                <RunRow key={run.id} run={run} current={run.id === runId} onOpen={openRun} />
              ))}
            </ul>
            {more && (
              <Button look="bare" className="mt-2 w-full" onClick={showMore}>
                {w.filters.showMore}
              </Button>
            )}
          </>
        )}
        {runs?.length === 0 && (
          <div
            className={classNames(
              'text-pretty text-ink-2',
              beside ? 'px-2 py-3 text-12' : 'm-auto grid max-w-[26rem] gap-3 px-6 pt-[18vh]',
            )}
          >
            <p>
              {isNarrowed(narrowing) ? w.filters.nothing : query.trim() === '' ? m.runs.empty[filter] : m.runs.nothingFound(query.trim())}
            </p>
            {!beside && filter === 'all' && query.trim() === '' && !isNarrowed(narrowing) && (
              <Button look="main" className="justify-self-start" onClick={tabs.newChat}>
                {m.runs.ask}
              </Button>
            )}
          </div>
        )}
        <p role="status" className="sr-only">
          {runs === null ? m.runs.loadingList : m.runs.count(runs.length)}
        </p>
      </div>
    </nav>
  )
}
