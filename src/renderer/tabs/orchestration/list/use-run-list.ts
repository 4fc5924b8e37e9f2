import { useCallback, useEffect, useState } from 'react'
import type { TuttiError } from '../../../../shared/errors.ts'
import type { RunSummary } from '../../../../shared/run-inspection.ts'
import { callError } from '../../../state/call-error.ts'
import { debounce } from '../../../state/throttle.ts'
import { useSession } from '../../../state/use-session.ts'
import { type Narrowing, narrowedQuery } from './narrowing.ts'

const TYPING_MS = 150
const PAGE = 100

type RunListState = {
  readonly runs: readonly RunSummary[] | null
  /** Whether there may be older ones. */
  readonly more: boolean
  readonly error: TuttiError | null
}

const NOTHING: RunListState = { runs: null, more: false, error: null }

/** Runs that are wanted and whose title says `query`, newest first; the newest are read again as runs change, older ones as they are asked for. */
export function useRunList(query: string, narrowing: Narrowing): RunListState & { readonly showMore: () => void } {
  const { client, app, connection, attempt } = useSession()
  const [state, setState] = useState(NOTHING)
  const wanted = useCallback(
    () => ({ query: query.trim().slice(0, 500), ...narrowedQuery(narrowing, Date.now()), limit: PAGE }),
    [query, narrowing],
  )
  const { runs: known } = state
  const showMore = useCallback(async () => {
    const older = await attempt(client.runs.list({ ...wanted(), after: known?.at(-1)?.id ?? null }))
    if (older) setState((now) => (now.runs === known ? { ...now, runs: [...(known ?? []), ...older], more: older.length === PAGE } : now))
  }, [attempt, client, wanted, known])
  useEffect(() => {
    const stop = new AbortController()
    let reading = false
    let changed = false
    let first = true
    const read = async () => {
      changed = true
      if (reading || document.hidden) return
      reading = true
      changed = false
      try {
        const newest = await client.runs.list(wanted(), { signal: stop.signal })
        if (!stop.signal.aborted) setState((state) => withNewest(first ? NOTHING : state, newest))
        first = false
      } catch (thrown) {
        if (!stop.signal.aborted && connection.getState().state === 'open') setState((state) => ({ ...state, error: callError(thrown) }))
      } finally {
        reading = false
        if (changed && !stop.signal.aborted) soon.request()
      }
    }
    const soon = debounce(() => void read(), TYPING_MS)
    const unsubscribe = app.subscribe((next, before) => {
      if (next.snapshot?.runChanges !== before.snapshot?.runChanges) soon.request()
    })
    const seen = () => {
      if (changed && !document.hidden) soon.request()
    }
    document.addEventListener('visibilitychange', seen)
    if (query === '') void read()
    else soon.request()
    return () => {
      stop.abort(new Error('Another list is shown.'))
      soon.stop()
      document.removeEventListener('visibilitychange', seen)
      unsubscribe()
    }
  }, [client, app, connection, query, wanted])
  return { ...state, showMore: () => void showMore() }
}

/** The newest ones anew, and below them the older ones that are shown already. */
function withNewest(state: RunListState, newest: readonly RunSummary[]): RunListState {
  const { runs } = state
  const last = newest.findLast(({ id }) => runs?.some((run) => run.id === id))
  const older = newest.length < PAGE || !runs || !last ? [] : runs.slice(runs.findIndex(({ id }) => id === last.id) + 1)
  const next = [...newest, ...older.filter(({ id }) => !newest.some((run) => run.id === id))]
  const more = older.length > 0 ? state.more : newest.length === PAGE
  const same = state.error === null && state.more === more && JSON.stringify(runs) === JSON.stringify(next)
  return same ? state : { runs: next, more, error: null }
}
