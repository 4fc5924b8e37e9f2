import type { CSSProperties } from 'react'
import { formatDuration } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { RunInspection } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Mark, useHue } from '../../../components/mark.tsx'
import { spanOf, ticksOf } from '../../chat/why/run-lanes.ts'
import { useProviderName } from '../use-provider-name.ts'
import { timelineRows } from './timeline-rows.ts'

/** More rows than this are counted, not drawn. */
const MOST_ROWS = 300
/** About how much of a lane a character at its end takes, in percent. */
const CHARACTER = 1.4
/** Words never take more of a lane than this, in percent; longer ones stand before the bar. */
const MOST_ROOM = 40

type TimelineProps = { readonly run: RunView; readonly inspection: RunInspection | null; readonly now: number }

const at = (properties: Record<`--${string}`, number>): CSSProperties => properties

/** How long the axis must be, in ms, so that the words of a lane have room behind its last bar. */
function spanWith(words: string, to: number): number {
  return to / (1 - Math.min(MOST_ROOM, words.length * CHARACTER) / 100)
}

/** The score of the run: what ran when, waiting apart from working, and where it stands now. */
export function Timeline({ run, inspection, now }: TimelineProps) {
  const hue = useHue()
  const rows = timelineRows(run, inspection, now, useProviderName())
  const planned = Math.max(0, ...rows.slice(0, MOST_ROWS).flatMap((row) => row.bars.map((bar) => bar.to)))
  const end = Math.max(0, (run.endedAt ?? now) - run.startedAt)
  const whole = Math.max(spanOf(run, now), planned)
  const span = Math.max(whole * 1.18, ...rows.slice(0, MOST_ROWS).map(({ bars, words }) => spanWith(words, bars.at(-1)?.to ?? 0)))
  const share = (ms: number) => Math.min(100, (ms / span) * 100)
  if (rows.length === 0) return <p className="text-ink-2">{m.runs.noTimeline}</p>
  const word = run.endedAt === null ? m.runs.now : m.runs.ended
  return (
    <div className="run-timeline">
      <ol aria-label={m.runs.timelineLabel}>
        {rows.slice(0, MOST_ROWS).map((row) => {
          const last = row.bars.at(-1)
          return (
            <li key={row.id} className={classNames('run-lane', row.number === null ? '' : hue(row.number))} data-state={row.state}>
              <span className={classNames('flex min-w-0 items-center gap-1.5', row.nested && 'pl-3.5 text-ink-2')} title={row.name}>
                {row.number !== null && <Mark number={row.number} label={row.name} small decorative />}
                <span className={classNames('truncate', row.bars.length === 0 && 'text-ink-3')}>{row.name}</span>
              </span>
              <span className="run-lane-who truncate text-12 text-ink-3">{row.who}</span>
              <span className="score-lane">
                {row.bars.map((bar) => (
                  <i
                    key={`${bar.kind} ${bar.from}`}
                    className={`run-${bar.kind}`}
                    data-failed={bar.failed || undefined}
                    style={at({ '--from': share(bar.from), '--to': share(bar.to) })}
                  />
                ))}
                <em
                  className={classNames(
                    'figures',
                    row.state === 'you' ? 'font-medium text-warn' : row.state === 'failed' ? 'text-bad' : 'text-ink-2',
                  )}
                  data-flip={(last && share(last.to) + row.words.length * CHARACTER > 100) || undefined}
                  style={at({ '--at': last ? share(last.to) : 0, '--from': last ? share(row.bars[0]?.from ?? 0) : 0 })}
                >
                  {row.words}
                </em>
              </span>
            </li>
          )
        })}
      </ol>
      {rows.length > MOST_ROWS && <p className="py-1 text-12 text-ink-2">{m.runs.more(rows.length - MOST_ROWS)}</p>}
      <div aria-hidden className="run-timeline-axis figures text-11 text-ink-3">
        {ticksOf(span)
          .filter((tick) => Math.abs(share(tick.at) - share(end)) > 9)
          .map((tick) => (
            <span key={tick.at} className="score-tick" style={at({ '--at': share(tick.at) })}>
              {tick.label}
            </span>
          ))}
        <i className="run-now" style={at({ '--at': share(end) })} />
        <b className="score-tick text-accent" style={at({ '--at': share(end) })}>
          {formatDuration(end)}
        </b>
      </div>
      <p className="sr-only">{word(formatDuration(end))}</p>
    </div>
  )
}
