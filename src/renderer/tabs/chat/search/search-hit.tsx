import type { MessageHit } from '../../../../shared/message-search.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { clockTime } from '../list/clock-time.ts'
import { w } from '../words.ts'

type SearchHitProps = {
  readonly id: string
  readonly hit: MessageHit
  readonly active: boolean
  readonly onPoint: () => void
  readonly onOpen: () => void
}

/** A message that says the words: where it is, and the words in their place. */
export function SearchHit({ id, hit, active, onPoint, onOpen }: SearchHitProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseMove={onPoint}
      onClick={onOpen}
      className={classNames('rounded-control px-2.5 py-2', active && 'bg-accent-soft')}
    >
      <p className="flex min-w-0 gap-2 text-12 text-ink-2">
        <span className="truncate font-medium text-ink">{hit.conversationTitle || m.chat.newConversation}</span>
        <span className="flex-none">{hit.role === 'user' ? w.questionBy : w.answerBy}</span>
        <time dateTime={new Date(hit.createdAt).toISOString()} className="figures ml-auto flex-none text-ink-3">
          {clockTime(hit.createdAt, Date.now())}
        </time>
      </p>
      <p className="mt-0.5 line-clamp-3 text-ink-2 wrap-anywhere">
        {hit.snippet.map((part, index) =>
          part.hit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names, and never change.
            <mark key={index} className="rounded-[3px] bg-warn-soft px-0.5 font-medium text-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </p>
    </div>
  )
}
