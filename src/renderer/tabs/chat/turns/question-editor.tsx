import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { Message } from '../../../../shared/conversation.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { callError } from '../../../state/call-error.ts'
import { useSession } from '../../../state/use-session.ts'
import { AutosizeInput } from '../composer/autosize-input.tsx'
import { sendQuestion } from '../composer/send-question.ts'
import { usePreset } from '../composer/use-preset.ts'
import { editDrafts } from './edit-drafts.ts'

/** A question opened for editing; sending it makes a branch beside the old one. */
export function QuestionEditor({ question, text }: { readonly question: Message; readonly text: string }) {
  const session = useSession()
  const { preset } = usePreset(question.conversationId, null)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const send = async () => {
    if (text.trim() === '' || sending || !preset) return
    setSending(true)
    setError(null)
    try {
      await sendQuestion(session, {
        conversationId: question.conversationId,
        parentId: question.parentId,
        text,
        attachments: question.attachments,
        presetId: preset.id,
        allowNoPrice: false,
      })
      editDrafts.end(question.id)
    } catch (thrown) {
      setError(callError(thrown).message)
      setSending(false)
    }
  }
  return (
    <form
      aria-label={m.chat.edit}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.nativeEvent.stopPropagation()
        editDrafts.end(question.id)
      }}
      className="mb-4 rounded-sheet border border-line-strong bg-sheet has-[textarea:focus]:border-accent has-[textarea:focus]:shadow-[0_0_0_1px_var(--color-accent)]"
    >
      <AutosizeInput
        label={m.chat.editLabel}
        value={text}
        onChange={(next) => editDrafts.change(question.id, next)}
        onSubmit={() => void send()}
        autoFocus
      />
      {error !== null && (
        <div className="px-4 pb-1">
          <ErrorNote role="alert" what={error} kept={m.chat.sendFailedKept} />
        </div>
      )}
      <div className="flex items-center gap-1.5 px-2 pb-2">
        <span className="px-2 text-12 text-ink-2">{m.chat.editNote}</span>
        <span className="ml-auto" />
        <Button look="bare" onClick={() => editDrafts.end(question.id)}>
          {m.common.cancel}
        </Button>
        <Button look="main" type="submit" disabled={text.trim() === '' || sending}>
          <ArrowUp size={16} aria-hidden />
          {m.chat.ask}
        </Button>
      </div>
    </form>
  )
}
