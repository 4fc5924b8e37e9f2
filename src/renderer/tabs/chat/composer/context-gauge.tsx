import type { ContextUse } from '../../../../shared/conversation.ts'
import { formatTokens } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { Meter } from '../../../components/meter.tsx'
import { Popover } from '../../../components/popover.tsx'
import { w } from '../words.ts'

/** Below this share there is nothing to say. */
const WORTH_SAYING = 0.01
/** From this share on the gauge warns. */
const CLOSE = 0.8

/** How full the fullest member's context window would be with the draft; by member on a click. */
export function ContextGauge({ context }: { readonly context: readonly ContextUse[] }) {
  const fullest = context.filter((use) => use.room !== null).toSorted((a, b) => shareOf(b) - shareOf(a))[0]
  const share = fullest ? shareOf(fullest) : 0
  const leftOut = Math.max(0, ...context.map((use) => use.leftOut))
  if (share < WORTH_SAYING && leftOut === 0) return null
  const close = share >= CLOSE || leftOut > 0
  const text = leftOut > 0 ? w.contextLeftOut(leftOut) : w.contextShort(Math.round(share * 100))
  return (
    <Popover
      title={w.contextTitle}
      trigger={
        <Button look="bare" small aria-label={`${w.contextLabel}: ${text}`} className="flex-none max-narrow:hidden">
          <span className="w-9">
            <Meter label={w.contextLabel} value={Math.min(1, share)} max={1} text={text} close={close} />
          </span>
          <span className={close ? 'figures font-normal text-warn' : 'figures font-normal'}>{text}</span>
        </Button>
      }
    >
      <p className="mt-1 text-12 text-pretty text-ink-2">{w.contextHelp}</p>
      <ul className="mt-3 grid gap-2.5">
        {context.map((use) => (
          <li key={use.member}>
            <div className="flex items-baseline gap-2 text-12">
              <span className="min-w-0 truncate">{use.label}</span>
              <span className="figures ml-auto flex-none text-ink-2">{amount(use)}</span>
            </div>
            {use.room !== null && (
              <Meter
                label={use.label}
                value={Math.min(1, shareOf(use))}
                max={1}
                text={amount(use)}
                close={shareOf(use) >= CLOSE}
                className="mt-1"
              />
            )}
            {use.leftOut > 0 && <p className="mt-0.5 text-12 text-warn">{w.contextLeftOut(use.leftOut)}</p>}
            {use.room !== null && use.tokens > use.room && <p className="mt-0.5 text-12 text-bad">{w.contextTooFull}</p>}
          </li>
        ))}
      </ul>
    </Popover>
  )
}

function shareOf({ tokens, room }: ContextUse): number {
  return room === null ? 0 : room === 0 ? 1 : tokens / room
}

function amount({ tokens, room }: ContextUse): string {
  return room === null ? w.contextUnknown(formatTokens(tokens)) : w.contextOf(formatTokens(tokens), formatTokens(room))
}
