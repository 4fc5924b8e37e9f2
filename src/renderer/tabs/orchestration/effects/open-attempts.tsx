import { LoaderCircle } from 'lucide-react'
import { formatDuration, formatMoney } from '../../../../shared/format.ts'
import type { OpenAttempt } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { useNow } from '../../../state/use-now.ts'
import { useModelLabel } from '../../chat/use-labels.ts'

/** Calls that are under way: their effects are listed once they have ended. */
export function OpenAttempts({ attempts }: { readonly attempts: readonly OpenAttempt[] }) {
  const now = useNow(attempts.length > 0)
  const labelOf = useModelLabel()
  if (attempts.length === 0) return null
  return (
    <ul aria-label={m.runs.openAttempt} className="mb-2 flex-none border-b border-line pb-2">
      {attempts.map((attempt) => (
        <li key={`${attempt.path} ${attempt.number}`} className="flex min-h-7 items-center gap-1.5">
          <LoaderCircle size={14} aria-hidden className="text-accent" />
          <span className="truncate font-mono text-12" title={attempt.path}>
            {attempt.path}
          </span>
          <span className="truncate">{labelOf(attempt.model)}</span>
          <span className="text-12 text-ink-2">{attempt.number > 1 ? m.runs.attempt(attempt.number) : m.runs.openAttempt}</span>
          <span className="figures ml-auto text-12 text-ink-2">{formatDuration(Math.max(0, now - attempt.startedAt))}</span>
          <span className="figures w-32 text-right text-12 text-ink-3">{m.runs.reserved(formatMoney(attempt.reservedMicros))}</span>
        </li>
      ))}
    </ul>
  )
}
