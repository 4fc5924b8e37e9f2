import { X } from 'lucide-react'
import type { CSSProperties } from 'react'
import { classNames } from './class-names.ts'
import { Mark, useHue } from './mark.tsx'

/** One lane; times in ms since the start. `playFrom` is the first text, `end` null while it goes on. */
export type Lane = {
  readonly number: number
  readonly label: string
  readonly off: boolean
  readonly askedAt: number | null
  readonly playFrom: number | null
  readonly end: number | null
  readonly failed: boolean
  readonly status: string
}

type ScoreProps = {
  readonly label: string
  readonly lanes: readonly Lane[]
  /** The length of the axis in ms, and where the barline stands. */
  readonly span: number
  readonly barline: number | null
  /** Names and states beside the lanes, as in the live answer. */
  readonly named?: boolean
}

const at = (properties: Record<`--${string}`, number>): CSSProperties => properties

/** The score: a thin line while a member waits, a thick one while it answers, dots where it rests, a barline where they come together. */
export function Score({ label, lanes, span, barline, named = false }: ScoreProps) {
  const hue = useHue()
  const share = (ms: number) => Math.min(100, (ms / Math.max(span, 1)) * 100)
  const columns = named
    ? 'grid-cols-[1.125rem_minmax(0,8rem)_minmax(0,1fr)_6.5rem] max-narrow:grid-cols-[1.125rem_minmax(0,6rem)_minmax(0,1fr)_6rem]'
    : 'grid-cols-[1.125rem_minmax(0,1fr)]'
  return (
    <div className="relative">
      <ol aria-label={label} className="grid gap-y-1.5">
        {lanes.map((lane) => {
          const until = lane.end ?? barline ?? span
          return (
            <li key={lane.number} className={classNames('grid h-[1.125rem] items-center gap-x-2.5', columns, hue(lane.number))}>
              <Mark number={lane.number} label={lane.label} off={lane.off} decorative={named} />
              {named && <span className={classNames('truncate', lane.off && 'text-ink-3')}>{lane.label}</span>}
              <div className="score-lane">
                {lane.askedAt !== null && (
                  <i className="score-wait" style={at({ '--from': share(lane.askedAt), '--to': share(lane.playFrom ?? until) })} />
                )}
                {lane.playFrom !== null && (
                  <i
                    className="score-play"
                    data-open={lane.end === null || undefined}
                    style={at({ '--from': share(lane.playFrom), '--to': share(until) })}
                  />
                )}
                {lane.failed && <X size={14} aria-hidden className="score-cut" style={at({ '--at': share(until) })} />}
              </div>
              {named ? (
                <span className={classNames('figures text-right text-12', lane.failed ? 'text-bad' : 'text-ink-2')}>{lane.status}</span>
              ) : (
                <span className="sr-only">{lane.status}</span>
              )}
            </li>
          )
        })}
      </ol>
      {barline !== null && (
        <div aria-hidden className={classNames('pointer-events-none absolute inset-0 grid gap-x-2.5', columns)}>
          <div className={classNames('relative', named ? 'col-start-3' : 'col-start-2')}>
            <i className="score-barline" style={at({ '--at': share(barline) })} />
          </div>
        </div>
      )}
    </div>
  )
}
