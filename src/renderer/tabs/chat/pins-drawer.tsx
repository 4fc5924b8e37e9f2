import { PinOff } from 'lucide-react'
import { m } from '../../app/messages.ts'
import { Drawer } from '../../components/drawer.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import type { LoadedConversation } from '../../state/conversation-store.ts'
import { useSession } from '../../state/use-session.ts'
import { plainLine } from './members/plain-line.ts'
import { jumpTo } from './turns/jump.ts'
import { w } from './words.ts'

type PinsDrawerProps = { readonly conversation: LoadedConversation; readonly onClose: () => void }

/** Pinned answers of a conversation, of all its branches, and the way to each. */
export function PinsDrawer({ conversation, onClose }: PinsDrawerProps) {
  const { client, conversations, attempt } = useSession()
  const byId = new Map(conversation.messages.map((message) => [message.id, message]))
  const pinned = conversation.messages.filter((message) => message.pinned === true)
  return (
    <Drawer title={w.pinnedMessages} closeLabel={m.common.close} onClose={onClose}>
      {pinned.length === 0 && <p className="px-5 py-4 text-pretty text-ink-2">{w.noPins}</p>}
      <ul>
        {pinned.map((message) => {
          const question = message.parentId === null ? undefined : byId.get(message.parentId)
          return (
            <li key={message.id} className="flex items-start gap-1 border-b border-line py-2 pr-2.5 pl-5">
              <button
                type="button"
                onClick={() => jumpTo({ conversationId: conversation.id, messageId: message.id })}
                className="min-w-0 flex-1 cursor-default rounded-key text-left hover:text-accent"
              >
                <span className="block truncate text-12 text-ink-2">{plainLine(question?.text ?? '', 120)}</span>
                <span className="mt-0.5 line-clamp-3">{plainLine(message.text, 240) || w.emptyAnswer}</span>
              </button>
              <IconButton
                small
                label={w.unpinMessage}
                onClick={() =>
                  void attempt(client.conversations.pinMessage({ id: message.id, pinned: false })).then(
                    (changed) => changed && conversations.update(changed),
                  )
                }
              >
                <PinOff size={14} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </Drawer>
  )
}
