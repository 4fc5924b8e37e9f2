import { useCallback, useEffect, useState } from 'react'
import type { TuttiError } from '../../../../../shared/errors.ts'
import type { LibraryView } from '../../../../../shared/library.ts'
import { inOwnWords } from '../../../../state/built-in-names.ts'
import { callError } from '../../../../state/call-error.ts'
import { useApp, useSession } from '../../../../state/use-session.ts'

/** The whole library with its folders and what in them holds neither, read again whenever it changes. */
export function useLibraryView() {
  const { client } = useSession()
  const known = useApp((app) => app.library)
  const [view, setView] = useState<LibraryView | null>(null)
  const [error, setError] = useState<TuttiError | null>(null)
  const [reads, setReads] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the library has changed, or when asked to.
  useEffect(() => {
    const stop = new AbortController()
    client.library.list(undefined, { signal: stop.signal }).then(
      (found) => {
        setView({ ...found, entries: found.entries.map(inOwnWords) })
        setError(null)
      },
      (thrown: unknown) => stop.signal.aborted || setError(callError(thrown)),
    )
    return () => stop.abort()
  }, [client, known, reads])
  return { view, error, retry: useCallback(() => setReads((count) => count + 1), []) }
}
