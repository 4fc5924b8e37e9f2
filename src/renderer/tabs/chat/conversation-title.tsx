import { useState } from 'react'
import type { ConversationId } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import { Field } from '../../components/field.tsx'
import { useSession } from '../../state/use-session.ts'

type ConversationTitleProps = { readonly id: ConversationId; readonly title: string }

/** The title; a double click or Enter opens it for editing. */
export function ConversationTitle({ id, title }: ConversationTitleProps) {
  const { client, attempt } = useSession()
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    const text = draft?.trim() ?? ''
    setDraft(null)
    if (text !== '' && text !== title) void attempt(client.conversations.update({ id, title: text }))
  }
  if (draft !== null) {
    return (
      <Field
        label={m.chat.titleLabel}
        value={draft}
        maxLength={200}
        ref={(element) => element?.focus()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
          if (event.key !== 'Escape') return
          event.preventDefault()
          setDraft(null)
        }}
        boxClassName="w-72"
      />
    )
  }
  return (
    <h1 className="min-w-0 text-15 font-semibold tracking-[-0.003em]">
      <button
        type="button"
        title={m.chat.rename}
        onDoubleClick={() => setDraft(title)}
        onKeyDown={(event) => event.key === 'Enter' && setDraft(title)}
        className="block max-w-full cursor-default truncate"
      >
        {title === '' ? m.chat.newConversation : title}
      </button>
    </h1>
  )
}
