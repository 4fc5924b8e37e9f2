import { useEffect, useState } from 'react'
import type { TuttiError } from '../../../../shared/errors.ts'
import { callError } from '../../../state/call-error.ts'
import { debounce } from '../../../state/throttle.ts'
import { useSession } from '../../../state/use-session.ts'

/** Runs that change are counted soon after; several at once are read together. */
const QUIET_MS = 1200
/** A period that ends now moves on by itself. */
const AGAIN_MS = 60_000

export type Read<T> = { readonly value: T | null; readonly error: TuttiError | null }

/**
 * What `read` gives, again when `key` changes, as runs change and every minute, while `active`. What was read stays until something newer
 * is there; `read` of an old key is forgotten. `key` null: nothing is read.
 */
export function useRead<T>(key: string | null, read: (signal: AbortSignal) => Promise<T>, active: boolean): Read<T> {
  const { app } = useSession()
  const [state, setState] = useState<Read<T> & { readonly key: string | null }>({ key: null, value: null, error: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is read.
  useEffect(() => {
    if (!active || key === null) return
    const stop = new AbortController()
    const load = async () => {
      try {
        const value = await read(stop.signal)
        if (!stop.signal.aborted) setState({ key, value, error: null })
      } catch (thrown) {
        if (!stop.signal.aborted) setState((known) => ({ ...known, key, error: callError(thrown) }))
      }
    }
    const soon = debounce(() => void load(), QUIET_MS)
    const unsubscribe = app.subscribe((next, before) => {
      if (next.snapshot?.runChanges !== before.snapshot?.runChanges) soon.request()
    })
    const timer = setInterval(() => void load(), AGAIN_MS)
    void load()
    return () => {
      stop.abort(new Error('Something else is read.'))
      soon.stop()
      clearInterval(timer)
      unsubscribe()
    }
  }, [app, key, active])
  return key === null ? { value: null, error: null } : state
}
