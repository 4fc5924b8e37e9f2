import { useCallback, useEffect, useState } from 'react'
import type { TuttiError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { callError } from '../../state/call-error.ts'
import { throttle } from '../../state/throttle.ts'
import { useRun, useSession } from '../../state/use-session.ts'

/** The effects of a run that goes on are read again at most this often. */
const READ_MS = 500

export type Inspected = {
  /** Live: the fold of the run's events so far. */
  readonly run: RunView | undefined
  readonly inspection: RunInspection | null
  readonly error: TuttiError | null
  readonly retry: () => void
}

/** Everything that is kept of a run; its view follows the events, its effects are read again when one may have ended. */
export function useInspection(runId: RunId): Inspected {
  const { client, runs } = useSession()
  const run = useRun(runId, (view) => view)
  const [inspection, setInspection] = useState<RunInspection | null>(null)
  const [error, setError] = useState<TuttiError | null>(null)
  const [reads, setReads] = useState(0)
  const retry = useCallback(() => setReads((count) => count + 1), [])
  const settled = run === undefined ? null : settledPart(run)
  const [reader, setReader] = useState<ReturnType<typeof throttle> | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `reads` asks for another try.
  useEffect(() => {
    const stop = new AbortController()
    setInspection(null)
    setError(null)
    const read = async () => {
      try {
        const found = await client.runs.inspect({ id: runId }, { signal: stop.signal })
        if (stop.signal.aborted) return
        runs.put(found.view)
        setInspection(found)
        setError(null)
      } catch (thrown) {
        if (!stop.signal.aborted) setError(callError(thrown))
      }
    }
    const next = throttle(() => void read(), READ_MS)
    setReader(next)
    next.request()
    return () => {
      stop.abort(new Error('Another run is shown.'))
      next.stop()
    }
  }, [client, runs, runId, reads])

  useEffect(() => {
    if (settled !== null) reader?.request()
  }, [reader, settled])

  return { run, inspection, error, retry }
}

/** Changes whenever an effect may have ended; not with each piece of text. */
function settledPart(run: RunView): string {
  const speakers = run.speakers.map(({ state, attempt }) => `${state === 'streaming' ? 'asked' : state}${attempt}`)
  const nodes = run.plan?.nodes.map((node) => node.state) ?? []
  return [run.state, run.decisions.length, run.waits.length, run.compensations.length, ...speakers, ...nodes].join(' ')
}
