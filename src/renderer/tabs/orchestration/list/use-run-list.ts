import { useEffect, useState } from 'react'
import type { TuttiError } from '../../../../shared/errors.ts'
import type { RunFilter, RunSummary } from '../../../../shared/run-inspection.ts'
import { callError } from '../../../state/call-error.ts'
import { debounce } from '../../../state/throttle.ts'
import { useSession } from '../../../state/use-session.ts'
import { type Narrowing, narrowedQuery } from './narrowing.ts'

const TYPING_MS = 150

export type RunListState = { readonly runs: readonly RunSummary[] | null; readonly error: TuttiError | null }

/** Runs of a filter whose title says `query`, newest first; read again as runs change. */
export function useRunList(filter: RunFilter, query: string, narrowing: Narrowing): RunListState {
  const { client, app, connection } = useSession()
  const [state, setState] = useState<RunListState>({ runs: null, error: null })
  useEffect(() => {
    const stop = new AbortController()
    let reading = false
    let changed = false
    const read = async () => {
      changed = true
      if (reading || document.hidden) return
      reading = true
      changed = false
      try {
        const runs = await client.runs.list(
          { filter, query: query.trim().slice(0, 500), ...narrowedQuery(narrowing, Date.now()) },
          { signal: stop.signal },
        )
        if (!stop.signal.aborted) setState((known) => (same(known.runs, runs) ? known : { runs, error: null }))
      } catch (thrown) {
        if (!stop.signal.aborted && connection.getState().state === 'open') setState(({ runs }) => ({ runs, error: callError(thrown) }))
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
  }, [client, app, connection, filter, query, narrowing])
  return state
}

function same(known: readonly RunSummary[] | null, next: readonly RunSummary[]): boolean {
  return known !== null && JSON.stringify(known) === JSON.stringify(next)
}
