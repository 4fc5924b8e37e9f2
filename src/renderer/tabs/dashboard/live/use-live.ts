import { useEffect, useState } from 'react'
import type { LiveUpdate } from '../../../../shared/metrics.ts'
import { follow } from '../../../state/follow.ts'
import { useSession } from '../../../state/use-session.ts'
import { applyLive, type LiveState } from './live-state.ts'

/** Follows what happens now while `active`; what was known stays when it stops. `failed`: the last try to read it. */
export function useLive(active: boolean): { readonly live: LiveState | null; readonly failed: boolean } {
  const { client } = useSession()
  const [live, setLive] = useState<LiveState | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!active) return
    const stop = new AbortController()
    void follow<LiveUpdate>({
      open: (_, signal) => client.metrics.live(undefined, { signal }),
      after: () => null,
      apply: (update) => {
        if (stop.signal.aborted) return
        setFailed(false)
        setLive((known) => applyLive(known, update, Date.now()))
      },
      finished: () => false,
      onError: () => setFailed(true),
      signal: stop.signal,
    })
    return () => stop.abort(new Error('The dashboard is not shown any more.'))
  }, [client, active])
  return { live, failed }
}
