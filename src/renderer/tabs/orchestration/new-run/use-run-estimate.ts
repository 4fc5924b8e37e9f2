import { useEffect, useState } from 'react'
import type { Estimate } from '../../../../shared/conversation.ts'
import type { NewRun } from '../../../../shared/run-inspection.ts'
import { callError } from '../../../state/call-error.ts'
import { useApp, useSession } from '../../../state/use-session.ts'

const QUIET_MS = 200

export type RunEstimate = { readonly estimate: Estimate | null; readonly error: string | null }

/** What the run would cost, worked out anew while the form is filled in. The last one stays until the next is there. */
export function useRunEstimate(ask: NewRun | undefined): RunEstimate {
  const { client } = useSession()
  const budgets = useApp((app) => app.settings.budgets)
  const [state, setState] = useState<RunEstimate>({ estimate: null, error: null })
  const asked = JSON.stringify(ask ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for `ask`; a changed budget changes the answer, though it is not sent.
  useEffect(() => {
    if (ask === undefined) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      client.runs.estimate(ask, { signal: stop.signal }).then(
        (estimate) => !stop.signal.aborted && setState({ estimate, error: null }),
        (thrown: unknown) => !stop.signal.aborted && setState({ estimate: null, error: callError(thrown).message }),
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, asked, budgets])
  return state
}
