import type { CSSProperties } from 'react'
import { formatDuration } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Score } from '../../../components/score.tsx'
import { lanesOf, spanOf, ticksOf } from './run-lanes.ts'

type ScoreWithAxisProps = { readonly run: RunView; readonly now: number }

/** The score with its time axis, and when the answer was decided. */
export function ScoreWithAxis({ run, now }: ScoreWithAxisProps) {
  const span = spanOf(run, now)
  const end = Math.max(0, (run.endedAt ?? now) - run.startedAt)
  const word = run.endedAt === null ? m.chat.nowAt : run.outcome ? m.chat.decided : m.chat.ended
  const ticks = ticksOf(span).filter((tick) => tick.at / span < 0.62)
  return (
    <div>
      <Score label={m.chat.scoreLabel} lanes={lanesOf(run, now)} span={span} barline={end} />
      <div className="figures relative mt-1 ml-7 h-4 text-11 text-ink-3">
        <span aria-hidden>
          {ticks.map((tick) => (
            <span key={tick.at} className="score-tick" style={share(tick.at / span)}>
              {tick.label}
            </span>
          ))}
        </span>
        <span className="absolute right-0 bg-sheet pl-1.5 font-semibold text-accent">{word(formatDuration(end))}</span>
      </div>
    </div>
  )
}

function share(part: number): CSSProperties {
  const properties: Record<`--${string}`, number> = { '--at': part * 100 }
  return properties
}
