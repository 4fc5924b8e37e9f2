import { useEffect, useState } from 'react'
import type { TuttiError } from '../../../../../shared/errors.ts'
import type { LibraryDetail, LibraryKind } from '../../../../../shared/library.ts'
import { inOwnWords } from '../../../../state/built-in-names.ts'
import { callError } from '../../../../state/call-error.ts'
import { useApp, useSession } from '../../../../state/use-session.ts'

/** One agent or command with its text and its pipeline, read again whenever the library, the tools or the models change. */
export function useEntry(kind: LibraryKind, name: string) {
  const { client } = useSession()
  const library = useApp((app) => app.library)
  const tools = useApp((app) => app.tools)
  const models = useApp((app) => app.models)
  const [detail, setDetail] = useState<LibraryDetail | null>(null)
  const [error, setError] = useState<TuttiError | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it compiles to depends on all of these.
  useEffect(() => {
    const stop = new AbortController()
    client.library.get({ kind, name }, { signal: stop.signal }).then(
      (read) => {
        const found = { ...read, entry: inOwnWords(read.entry) }
        // The graph stays as it is looked at while nothing of it has changed.
        setDetail((before) => (before !== null && JSON.stringify(before) === JSON.stringify(found) ? before : found))
        setError(null)
      },
      (thrown: unknown) => stop.signal.aborted || setError(callError(thrown)),
    )
    return () => stop.abort()
  }, [client, kind, name, library, tools, models])
  return { detail, error }
}
