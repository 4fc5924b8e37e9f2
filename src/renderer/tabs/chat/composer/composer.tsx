import { type ClipboardEvent, useRef } from 'react'
import { formatNumber } from '../../../../shared/format.ts'
import type { ConversationId, MessageId, RunId } from '../../../../shared/ids.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../../shared/limits.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Seats } from '../../../components/mark.tsx'
import { useSession } from '../../../state/use-session.ts'
import { AutoLine } from '../answer/auto-line.tsx'
import { SuggestionList } from '../commands/suggestion-list.tsx'
import { useSuggestions } from '../commands/use-suggestions.ts'
import { LONG_PASTE_CHARACTERS } from './attach-files.ts'
import { AttachmentChips } from './attachment-chips.tsx'
import { AutosizeInput } from './autosize-input.tsx'
import { ComposerBar } from './composer-bar.tsx'
import { ComposerLimits } from './composer-limits.tsx'
import { useComposer } from './use-composer.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useSeats } from './use-seats.ts'

export type ComposerProps = {
  readonly tabId: string
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  /** The run that goes on: it can be stopped, and the next message waits. */
  readonly running: { readonly runId: RunId | null; readonly stop: () => void } | null
  readonly placeholder: string
  readonly tall?: boolean
}

/** Where a question is written: text, files, preset, what it will cost, and the button that sends it. */
export function Composer(props: ComposerProps) {
  const { tabId, conversationId, parentId, placeholder, tall = false } = props
  const { toasts } = useSession()
  const composer = useComposer(props)
  const { draft, preset, estimate } = composer
  const seats = useSeats(preset)
  const suggestions = useSuggestions({ tabId, conversationId, parentId, preset, draft })
  const form = useRef<HTMLFormElement>(null)
  const over = useFileDrop(form, draft.attach)
  const asked = draft.only === undefined ? seats : seats.filter((seat) => draft.only?.includes(seat.id))

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = [...event.clipboardData.files]
    const text = event.clipboardData.getData('text/plain')
    if (files.length > 0 && text === '') {
      event.preventDefault()
      void draft.attach(files)
    } else if (text.length > LONG_PASTE_CHARACTERS) {
      event.preventDefault()
      pasteAsFile(text, event.currentTarget)
    }
  }
  const pasteAsFile = (text: string, field: HTMLTextAreaElement) => {
    const { selectionStart, selectionEnd } = field
    void draft.attach([new File([text], m.chat.pastedName, { type: 'text/plain' })])
    const takeBack = { label: m.chat.keepAsText, run: () => composer.takeBack(text, selectionStart, selectionEnd) }
    // What no message may hold stays a file: a field with it in would stand still.
    toasts.say(m.chat.pastedAsFile(formatNumber(text.length)), text.length > MAX_QUESTION_CHARACTERS ? undefined : takeBack)
  }

  return (
    <form
      ref={form}
      aria-label={m.chat.composer}
      onSubmit={(event) => {
        event.preventDefault()
        composer.send(false)
      }}
      className={classNames(
        'relative flex-none rounded-sheet border bg-sheet has-[textarea:focus]:border-accent has-[textarea:focus]:shadow-[0_0_0_1px_var(--color-accent)]',
        over ? 'border-dashed border-accent' : 'border-line-strong',
        tall ? 'mt-6' : 'mx-8 mb-4 max-narrow:mx-4 max-narrow:mb-3',
      )}
    >
      <Seats value={seats}>
        <SuggestionList suggestions={suggestions} below={tall} />
        <AttachmentChips attachments={draft.attachments} attaching={draft.attaching} readers={asked} onRemove={draft.detach} />
        <ComposerLimits draft={draft} seats={seats} />
        <AutosizeInput
          label={placeholder}
          value={draft.text}
          placeholder={over ? m.chat.dropHere : placeholder}
          minRows={tall ? 2 : 1}
          autoFocus
          onChange={draft.setText}
          onSubmit={() => composer.send(false)}
          onPaste={paste}
          onKey={suggestions.onKey}
          onCaret={suggestions.onCaret}
          list={suggestions.items.length === 0 ? null : { id: suggestions.listId, active: suggestions.optionId(suggestions.active) }}
        />
        {composer.problem !== null && (
          <div className="px-4 pt-1">
            <ErrorNote role="alert" what={composer.problem} kept={m.chat.sendFailedKept} />
          </div>
        )}
        {estimate?.notes.map((note) => (
          <p key={note} className="px-4 pt-1 text-12 text-warn">
            {note}
          </p>
        ))}
        {draft.text.trim() !== '' && (
          <div className="px-4 pt-1">
            <AutoLine reason={estimate?.auto?.reason} />
          </div>
        )}
        <ComposerBar composer={composer} seats={seats} running={props.running} />
      </Seats>
    </form>
  )
}
