import { useCallback, useEffect, useState } from 'react'
import type { Experience, ModelProfile } from '../../../../shared/experience.ts'
import { useSession } from '../../../state/use-session.ts'

export type Learned = { readonly experience: Experience; readonly profiles: readonly ModelProfile[] }

/** Often enough to see that a thumb was learned from. */
const PAUSE_MS = 5_000

/** What was learned and measured, read now and while it is looked at; null until it is there. */
export function useExperience() {
  const { client, attempt } = useSession()
  const [learned, setLearned] = useState<Learned | null>(null)
  const read = useCallback(
    async (signal?: AbortSignal) => {
      const options = signal === undefined ? {} : { signal }
      const [experience, profiles] = await Promise.all([
        client.experience.view(undefined, options),
        client.experience.profiles(undefined, options),
      ])
      setLearned({ experience, profiles })
    },
    [client],
  )
  useEffect(() => {
    const stop = new AbortController()
    const again = () => void read(stop.signal).catch(() => {})
    again()
    const timer = setInterval(again, PAUSE_MS)
    return () => {
      clearInterval(timer)
      stop.abort(new Error('The section is closed.'))
    }
  }, [read])
  const reset = async () => {
    await attempt(client.experience.reset())
    await read().catch(() => {})
  }
  return { learned, reset }
}
