import { useEffect, useState } from 'react'
import type { Pipeline } from '../../../../shared/pipeline.ts'
import { useApp, useSession } from '../../../state/use-session.ts'

const QUIET_MS = 250

/** The most that one run costs, in micro-dollars; null where it is not known before, undefined until the first answer. */
export function usePipelineEstimate(pipeline: Pipeline): number | null | undefined {
  const { client } = useSession()
  const models = useApp((app) => app.models)
  const [cost, setCost] = useState<number | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other prices are another answer.
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      client.pipelines.estimate({ pipeline, input: null }, { signal: stop.signal }).then(
        ({ atMostMicros }) => !stop.signal.aborted && setCost(atMostMicros),
        () => {},
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, pipeline, models])
  return cost
}
