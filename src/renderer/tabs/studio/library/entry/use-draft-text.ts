import { useEffect, useState } from 'react'
import type { PhaseDraft } from '../../../../../shared/library.ts'
import { callError } from '../../../../state/call-error.ts'
import { useSession } from '../../../../state/use-session.ts'

const QUIET_MS = 200

/** The text of a draft as it is changed, with the last of it that could be read. `stale`: the text is newer than that. */
export function useDraftText(drafted: PhaseDraft) {
  const { client } = useSession()
  const [text, setText] = useState(drafted.text)
  const [read, setRead] = useState(drafted)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (text === read.text) return setProblem(null)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      client.library.check({ text }, { signal: stop.signal }).then(
        (found) => {
          if (stop.signal.aborted) return
          setRead(found)
          setProblem(null)
        },
        (thrown: unknown) => stop.signal.aborted || setProblem(callError(thrown).message),
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, text, read])
  return { text, setText, read, problem, stale: text !== read.text }
}
