import { formatEstimate } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { useRun } from '../../../state/use-session.ts'

/** The most that the run that goes on may cost. */
export function RunLimit({ runId }: { readonly runId: RunId | null }) {
  const atMost = useRun(runId, (run) => run.atMostMicros) ?? null
  const simulated = useRun(runId, (run) => run.speakers.length > 0 && run.speakers.every((speaker) => speaker.simulated)) ?? false
  if (simulated) return <span className="text-12 text-ink-2">{m.chat.freeOffline}</span>
  if (atMost === null) return null
  return (
    <span className="figures text-12 text-ink-2">
      {m.chat.thisRunAtMost}
      <b>{formatEstimate(atMost, true)}</b>
    </span>
  )
}
