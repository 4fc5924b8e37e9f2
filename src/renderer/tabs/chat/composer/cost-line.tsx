import type { Estimate } from '../../../../shared/conversation.ts'
import { formatEstimate } from '../../../../shared/format.ts'
import { m } from '../../../app/messages.ts'

type CostLineProps = { readonly estimate: Estimate | null; readonly demo: boolean }

/** What the next message would cost, or why it would not be sent. */
export function CostLine({ estimate, demo }: CostLineProps) {
  const classes = 'figures min-w-0 truncate text-right text-12 text-ink-2'
  if (!estimate) return <span className={classes}>{demo ? m.chat.freeOffline : ''}</span>
  if (estimate.blocked !== null)
    return (
      <span title={estimate.blocked} className="min-w-0 text-right text-12 text-pretty text-bad">
        {estimate.blocked}
      </span>
    )
  if (estimate.noPrice.length > 0)
    return <span className="min-w-0 text-right text-12 text-pretty text-warn">{m.chat.noPriceFor(estimate.noPrice.join(', '))}</span>
  if (estimate.free) return <span className={classes}>{demo ? m.chat.freeOffline : m.chat.free}</span>
  return (
    <span className={classes}>
      {m.chat.nextAbout}
      <b>{formatEstimate(estimate.aboutMicros)}</b>
      {m.chat.atMost(formatEstimate(estimate.atMostMicros, true))}
    </span>
  )
}
