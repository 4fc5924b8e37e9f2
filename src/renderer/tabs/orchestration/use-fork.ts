import type { RunId } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import { useSession } from '../../state/use-session.ts'
import { useRunPlace } from './use-run-place.ts'

/** Starts a new run from the same input that keeps what was finished before an effect (null: all that is unchanged), and shows it. */
export function useFork(id: RunId): (before: string | null) => void {
  const { client, attempt, toasts } = useSession()
  const { openRun } = useRunPlace()
  return (before) => {
    void attempt(client.runs.fork({ id, before })).then((forked) => {
      if (!forked) return
      openRun(forked.runId)
      toasts.say(m.runs.forked)
    })
  }
}
