import { useEffect, useState } from 'react'
import type { TuttiError } from '../../../../shared/errors.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunEvent } from '../../../../shared/run.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'

/** The events of a run that are kept; null until they are there. */
export function useEvents(id: RunId): { readonly events: readonly RunEvent[] | null; readonly error: TuttiError | null } {
  const { client } = useSession()
  const [events, setEvents] = useState<readonly RunEvent[] | null>(null)
  const [error, setError] = useState<TuttiError | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    setEvents(null)
    setError(null)
    client.runs.events({ id }, { signal: stop.signal }).then(setEvents, (thrown) => {
      if (!stop.signal.aborted) setError(callError(thrown))
    })
    return () => stop.abort(new Error('Another run is shown.'))
  }, [client, id])
  return { events, error }
}
