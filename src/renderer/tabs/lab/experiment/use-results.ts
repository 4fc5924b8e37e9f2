import { useEffect, useState } from 'react'
import type { Experiment, ExperimentResults } from '../../../../shared/lab.ts'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'

/** While an experiment runs its figures are read again with each further tenth. */
const STEPS = 10

/** The figures of what has been done so far. */
export function useResults({ id, state, done, total }: Experiment): {
  readonly results: ExperimentResults | null
  readonly problem: string | null
} {
  const { client } = useSession()
  const [results, setResults] = useState<ExperimentResults | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const step = state === 'running' ? Math.floor((done / total) * STEPS) : done
  // biome-ignore lint/correctness/useExhaustiveDependencies: state and step say when there is something new.
  useEffect(() => {
    const stop = new AbortController()
    client.lab.results({ id }, { signal: stop.signal }).then(
      (read) => {
        setResults(read)
        setProblem(null)
      },
      (thrown) => {
        if (!stop.signal.aborted) setProblem(callError(thrown).message)
      },
    )
    return () => stop.abort(new Error('Something newer is read.'))
  }, [client, id, state, step])
  return { results, problem }
}
