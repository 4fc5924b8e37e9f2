import type { Estimate } from '../../../../shared/conversation.ts'
import { formatDuration, formatEstimate } from '../../../../shared/format.ts'
import type { CommandEstimate } from '../../../../shared/library.ts'
import { m } from '../../../app/messages.ts'
import { w } from '../words.ts'

type CostLineProps = { readonly estimate: Estimate | CommandEstimate | null; readonly demo: boolean }

/** What the next message, or the command that it calls, would cost, or why it would not be sent. */
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
  const time = 'expectedMs' in estimate && estimate.expectedMs > 0 ? `, ${formatDuration(estimate.expectedMs)}` : ''
  if (estimate.free)
    return (
      <span className={classes}>
        {demo ? m.chat.freeOffline : m.chat.free}
        {time}
      </span>
    )
  return (
    <span className={classes}>
      {'expectedMs' in estimate ? w.commandAbout : m.chat.nextAbout}
      <b>{formatEstimate(estimate.aboutMicros)}</b>
      {time}
      {estimate.atMostMicros !== null && m.chat.atMost(formatEstimate(estimate.atMostMicros, true))}
    </span>
  )
}
