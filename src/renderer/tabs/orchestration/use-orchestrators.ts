import { useEffect, useState } from 'react'
import type { OrchestratorInfo } from '../../../shared/run-inspection.ts'
import { useSession } from '../../state/use-session.ts'

/** All orchestrators; empty until the core has said. */
export function useOrchestrators(): readonly OrchestratorInfo[] {
  const { client } = useSession()
  const [known, setKnown] = useState<readonly OrchestratorInfo[]>([])
  useEffect(() => {
    const stop = new AbortController()
    client.runs.orchestrators(undefined, { signal: stop.signal }).then(setKnown, () => {})
    return () => stop.abort(new Error('The tab is closed.'))
  }, [client])
  return known
}
