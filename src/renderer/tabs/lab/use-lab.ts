import { useEffect, useState } from 'react'
import type { LabView } from '../../../shared/lab.ts'
import { follow } from '../../state/follow.ts'
import { useSession } from '../../state/use-session.ts'

/** The Lab's lists, as they change. `failed`: the last try to read them. */
export function useLab(): { readonly lab: LabView | null; readonly failed: boolean } {
  const { client } = useSession()
  const [lab, setLab] = useState<LabView | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    void follow<LabView>({
      open: (_, signal) => client.lab.watch(undefined, { signal }),
      after: () => null,
      apply: (view) => {
        if (stop.signal.aborted) return
        setFailed(false)
        setLab(view)
      },
      finished: () => false,
      onError: () => setFailed(true),
      signal: stop.signal,
    })
    return () => stop.abort(new Error('The Lab is not shown any more.'))
  }, [client])
  return { lab, failed }
}
