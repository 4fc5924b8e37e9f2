import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import type { MessageId } from '../../../../shared/ids.ts'
import { classNames } from '../../../components/class-names.ts'
import type { Turn } from '../tree/branches.ts'
import { jumpTo } from './jump.ts'
import { TurnView } from './turn-view.tsx'
import { useTurnScroll } from './use-turn-scroll.ts'

type TurnListProps = {
  readonly turns: readonly Turn[]
  readonly onWhy: (turn: Turn) => void
  /** A message of these that is to be brought into sight. */
  readonly jump: MessageId | null
}

/**
 * The questions and answers of a branch; only those near the window are mounted. A new question goes to the top, so that its
 * answer has the whole window; nothing scrolls by itself while text arrives.
 */
export function TurnList({ turns, onWhy, jump }: TurnListProps) {
  const list = useRef<VirtuosoHandle>(null)
  const { initial, scrollerRef } = useTurnScroll(turns)
  const last = turns.at(-1)?.question.id
  const shown = useRef(last)
  useLayoutEffect(() => {
    if (shown.current === last) return
    shown.current = last
    list.current?.scrollToIndex({ index: 'LAST', align: 'start' })
  }, [last])
  const flashed = useFlash(jump)
  const aim = jump === null ? -1 : turns.findIndex(({ question, answer }) => question.id === jump || answer?.id === jump)
  useEffect(() => {
    if (aim === -1) return
    list.current?.scrollToIndex({ index: aim, align: 'start' })
    jumpTo(null)
  }, [aim])
  const before = charactersBefore(turns)
  return (
    <Virtuoso
      ref={list}
      data={turns}
      computeItemKey={(_, turn) => turn.question.id}
      initialTopMostItemIndex={initial}
      scrollerRef={scrollerRef}
      increaseViewportBy={400}
      className="[container-type:size] min-h-0 flex-1"
      itemContent={(index, turn) => (
        <div
          data-flash={flashed !== null && (turn.question.id === flashed || turn.answer?.id === flashed) ? '' : undefined}
          className={classNames(
            'px-8 pt-6 pb-4 max-narrow:px-4 max-narrow:pt-4 max-narrow:pb-3',
            // Room below the newest turn, so that its question can stand at the top.
            index < turns.length - 1 ? 'border-b border-line' : index > 0 && 'min-h-[100cqh]',
          )}
        >
          <TurnView turn={turn} before={before[index] ?? 0} last={index === turns.length - 1} onWhy={onWhy} />
        </div>
      )}
    />
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
    sum += question.text.length + (answer?.text.length ?? 0)
    return before
  })
}
