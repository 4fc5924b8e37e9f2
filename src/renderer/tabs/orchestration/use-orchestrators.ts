import { useEffect, useState } from 'react'
import { useSession } from '../../state/use-session.ts'

/** Ids of the orchestrators that a run can be started with; empty until the core has said. */
export function useOrchestrators(): readonly string[] {
  const { client } = useSession()
  const [ids, setIds] = useState<readonly string[]>([])
  useEffect(() => {
    const stop = new AbortController()
    client.runs.orchestrators(undefined, { signal: stop.signal }).then(
      (known) => setIds(known.map(({ id }) => id)),
      () => {},
    )
    return () => stop.abort(new Error('The tab is closed.'))
  }, [client])
  return ids
}
