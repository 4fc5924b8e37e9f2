import { ScrollText } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { Popover } from '../../components/popover.tsx'
import type { LoadedConversation } from '../../state/conversation-store.ts'
import { debounce } from '../../state/throttle.ts'
import { useSession } from '../../state/use-session.ts'

/** The system prompt of this conversation, saved while it is typed. */
export function SystemPrompt({ conversation }: { readonly conversation: LoadedConversation }) {
  const { client, attempt } = useSession()
  const [text, setText] = useState(conversation.systemPrompt)
  const latest = useRef(text)
  const saver = useMemo(
    () => debounce(() => void attempt(client.conversations.update({ id: conversation.id, systemPrompt: latest.current })), 300, 500),
    [attempt, client, conversation.id],
  )
  useEffect(() => () => saver.flush(), [saver])
  const known = useRef(conversation.systemPrompt)
  // Set elsewhere: by a command, or in another window. What is typed here is not taken away.
  useEffect(() => {
    if (latest.current === known.current) {
      latest.current = conversation.systemPrompt
      setText(conversation.systemPrompt)
    }
    known.current = conversation.systemPrompt
  }, [conversation.systemPrompt])
  return (
    <Popover
      title={m.chat.systemPrompt}
      trigger={
        <Button look="bare" small aria-label={m.chat.systemPrompt}>
          <ScrollText size={14} aria-hidden className={text === '' ? undefined : 'text-accent'} />
          <span className="max-narrow:hidden">{m.chat.systemPrompt}</span>
        </Button>
      }
      onOpenChange={(open) => {
        if (!open) saver.flush()
      }}
    >
      <p className="mt-1 text-12 text-pretty text-ink-2">{m.chat.systemPromptHelp}</p>
      <textarea
        aria-label={m.chat.systemPrompt}
        value={text}
        rows={8}
        maxLength={100_000}
        onChange={(event) => {
          latest.current = event.target.value
          setText(event.target.value)
          saver.request()
        }}
        className="mt-2 block w-full resize-y rounded-control border border-line-strong bg-sheet px-2 py-1.5 outline-offset-2"
      />
    </Popover>
  )
}
