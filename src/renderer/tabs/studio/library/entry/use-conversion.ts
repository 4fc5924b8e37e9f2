import { useEffect, useRef, useState } from 'react'
import type { PhaseDraft } from '../../../../../shared/library.ts'
import { callError } from '../../../../state/call-error.ts'
import { useSession } from '../../../../state/use-session.ts'

export type Conversion = {
  /** What was drafted; nothing of it is saved. */
  readonly draft: PhaseDraft | null
  readonly busy: boolean
  readonly start: () => void
  /** Waits no longer; a model that was asked is stopped. */
  readonly stop: () => void
  readonly discard: () => void
}

/** Phases for a Markdown command, drafted by the core. */
export function useConversion(name: string): Conversion {
  const { client, toasts } = useSession()
  const [draft, setDraft] = useState<PhaseDraft | null>(null)
  const [waiting, setWaiting] = useState<AbortController | null>(null)
  const going = useRef<AbortController | null>(null)
  useEffect(() => () => going.current?.abort(new Error('The command was left.')), [])
  const start = async () => {
    const stop = new AbortController()
    going.current = stop
    setWaiting(stop)
    try {
      const drafted = await client.library.convert({ name }, { signal: stop.signal })
      if (!stop.signal.aborted) setDraft(drafted)
    } catch (thrown) {
      if (!stop.signal.aborted) toasts.say(callError(thrown).message, null, 'bad')
    } finally {
      setWaiting((current) => (current === stop ? null : current))
    }
  }
  return {
    draft,
    busy: waiting !== null,
    start: () => void start(),
    stop: () => {
      waiting?.abort(new Error('Stopped by you.'))
      setWaiting(null)
    },
    discard: () => setDraft(null),
  }
}
