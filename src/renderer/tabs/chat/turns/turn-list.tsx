import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MessageId } from '../../../../shared/ids.ts'
import type { Turn } from '../tree/branches.ts'
import { jumpTo } from './jump.ts'
import { TurnRow } from './turn-row.tsx'
import { useTurnScroll } from './use-turn-scroll.ts'

type TurnListProps = {
  readonly turns: readonly Turn[]
  readonly onWhy: (turn: Turn) => void
  /** A message of these that is to be brought into sight. */
  readonly jump: MessageId | null
}

/**
 * The questions and answers of a branch; only those near the window are drawn. A new question goes to the top, so that its
 * answer has the whole window; nothing scrolls by itself while text arrives.
 */
export function TurnList({ turns, onWhy, jump }: TurnListProps) {
  const { frame, first, scrollerRef } = useTurnScroll(turns)
  const last = turns.at(-1)?.question.id
  const shown = useRef(last)
  useLayoutEffect(() => {
    if (shown.current === last) return
    shown.current = last
    frame?.show(turns.length - 1)
  }, [frame, last, turns.length])
  const flashed = useFlash(jump)
  const aim = jump === null ? -1 : turns.findIndex(({ question, answer }) => question.id === jump || answer?.id === jump)
  useEffect(() => {
    if (aim === -1 || !frame) return
    frame.show(aim)
    jumpTo(null)
  }, [frame, aim])
  const before = charactersBefore(turns)
  const end = turns.length - 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that keys can scroll it.
    <div ref={scrollerRef} tabIndex={0} className="relative min-h-0 flex-1 overflow-y-auto [container-type:size] [overflow-anchor:none]">
      {turns.map((turn, index) => (
        <TurnRow
          key={turn.question.id}
          frame={frame}
          turn={turn}
          before={before[index] ?? 0}
          place={index < end ? 'earlier' : end === 0 ? 'only' : 'last'}
          first={index === (frame === null ? first : end)}
          flashed={flashed !== null && (turn.question.id === flashed || turn.answer?.id === flashed)}
          onWhy={onWhy}
        />
      ))}
    </div>
  )
}

/** For how long a message that was jumped to stands out. */
const FLASH_MS = 2_000

/** The message that was jumped to last, for a moment. */
function useFlash(jump: MessageId | null): MessageId | null {
  const [flashed, setFlashed] = useState<MessageId | null>(null)
  useEffect(() => {
    if (jump !== null) setFlashed(jump)
  }, [jump])
  useEffect(() => {
    if (flashed === null) return
    const timer = setTimeout(() => setFlashed(null), FLASH_MS)
    return () => clearTimeout(timer)
  }, [flashed])
  return flashed
}

function charactersBefore(turns: readonly Turn[]): number[] {
  let sum = 0
  return turns.map(({ question, answer }) => {
    const before = sum
    for (const message of [question, answer]) sum += message?.characters ?? message?.text.length ?? 0
    return before
  })
}
