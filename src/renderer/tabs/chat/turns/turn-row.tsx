import { memo, useEffect, useRef, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import type { Turn } from '../tree/branches.ts'
import type { TurnFrame } from './turn-frame.ts'
import { TurnView } from './turn-view.tsx'

/** What a turn is guessed to take that was never drawn, in pixels. */
const GUESS = 800

type TurnRowProps = {
  readonly frame: TurnFrame | null
  readonly turn: Turn
  /** Characters said earlier in the branch. */
  readonly before: number
  readonly place: 'only' | 'last' | 'earlier'
  /** Drawn at once, before it is known what is near the window. */
  readonly first: boolean
  readonly flashed: boolean
  readonly onWhy: (turn: Turn) => void
}

/** A turn while it is near the window, else an empty box as tall as it was. */
export const TurnRow = memo(function TurnRow({ frame, turn, before, place, first, flashed, onWhy }: TurnRowProps) {
  const row = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(first ? null : GUESS)
  useEffect(() => (row.current && frame ? frame.watch(row.current, setAway) : undefined), [frame])
  return (
    <div
      ref={row}
      data-turn={away === null ? '' : undefined}
      data-flash={flashed ? '' : undefined}
      style={away === null ? undefined : { height: away }}
      className={classNames(
        'px-8 pt-6 pb-4 max-narrow:px-4 max-narrow:pt-4 max-narrow:pb-3',
        place === 'earlier' && 'border-b border-line',
        // Room below the newest turn, so that its question can stand at the top.
        place === 'last' && 'min-h-[100cqh]',
      )}
    >
      {away === null && <TurnView turn={turn} before={before} last={place !== 'earlier'} onWhy={onWhy} />}
    </div>
  )
})
