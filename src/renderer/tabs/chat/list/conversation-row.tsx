import type { ConversationSummary } from '../../../../shared/conversation.ts'
import type { ConversationId } from '../../../../shared/ids.ts'
import { m } from '../../../app/messages.ts'
import { clockTime } from './clock-time.ts'
import { ConversationMenu } from './conversation-menu.tsx'

type ConversationRowProps = {
  readonly conversation: ConversationSummary
  readonly current: boolean
  readonly withTime: boolean
  readonly onOpen: (id: ConversationId) => void
}

/** A conversation in the list: title, and how far its run is or when it was. */
export function ConversationRow({ conversation, current, withTime, onOpen }: ConversationRowProps) {
  const { id, running } = conversation
  const title = conversation.title === '' ? m.chat.newConversation : conversation.title
  return (
    <li className="group relative">
      <button
        type="button"
        data-row
        title={title}
        aria-current={current ? 'page' : undefined}
        onClick={() => onOpen(id)}
        className="flex min-h-[1.875rem] w-full cursor-default items-center gap-2 rounded-control px-2 text-left hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium"
      >
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {running ? (
          <span
            title={m.chat.runningTitle(running.done, running.of)}
            className="figures text-12 font-medium text-accent group-focus-within:invisible group-hover:invisible"
          >
            {m.chat.runningOf(running.done, running.of)}
          </span>
        ) : (
          withTime && (
            <span className="figures text-12 text-ink-3 group-focus-within:invisible group-hover:invisible">
              {clockTime(conversation.updatedAt, Date.now())}
            </span>
          )
        )}
      </button>
      <span className="absolute top-[3px] right-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-[[aria-expanded=true]]:opacity-100">
        <ConversationMenu conversation={conversation} title={title} />
      </span>
    </li>
  )
}
