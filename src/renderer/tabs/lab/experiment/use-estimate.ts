import { useEffect, useState } from 'react'
import type { ExperimentEstimate, NewExperiment } from '../../../../shared/lab.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'

type Estimated = { readonly estimate: ExperimentEstimate | null; readonly problem: string | null }

const NOTHING: Estimated = { estimate: null, problem: null }

/** What an experiment would take, or why it cannot be made. */
export function useEstimate(asked: NewExperiment | null): Estimated {
  const { client } = useSession()
  const [state, setState] = useState<Estimated>(NOTHING)
  const key = asked === null ? null : JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all of it.
  useEffect(() => {
    if (asked === null) return setState(NOTHING)
    const stop = new AbortController()
    client.lab.estimate(asked, { signal: stop.signal }).then(
      (estimate) => setState({ estimate, problem: null }),
      (thrown) => {
        if (!stop.signal.aborted) setState({ estimate: null, problem: callError(thrown).message })
      },
    )
    return () => stop.abort(new Error('Something else is asked.'))
  }, [client, key])
  return state
}
