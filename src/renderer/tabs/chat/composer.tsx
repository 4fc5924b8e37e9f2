import { ArrowUp, Square } from 'lucide-react'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { formatNumber } from '../../../shared/format.ts'
import type { ConversationId, MessageId, RunId } from '../../../shared/ids.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../shared/limits.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { useSession } from '../../state/use-session.ts'
import { AttachButton } from './attach-button.tsx'
import { LONG_PASTE_CHARACTERS } from './attach-files.ts'
import { AttachmentChips } from './attachment-chips.tsx'
import { AutosizeInput } from './autosize-input.tsx'
import { CostLine } from './cost-line.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { RunLimit } from './run-limit.tsx'
import { useComposer } from './use-composer.ts'

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
  const { running, placeholder, tall = false } = props
  const { toasts } = useSession()
  const composer = useComposer(props)
  const { draft, preset, estimate } = composer
  const [over, setOver] = useState(false)

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
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) void draft.attach(files)
  }

  return (
    <form
      aria-label={m.chat.composer}
      onSubmit={(event) => {
        event.preventDefault()
        composer.send(false)
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'flex-none rounded-sheet border bg-sheet has-[textarea:focus]:border-accent has-[textarea:focus]:shadow-[0_0_0_1px_var(--color-accent)]',
        over ? 'border-dashed border-accent' : 'border-line-strong',
        tall ? 'mt-6' : 'mx-8 mb-4 max-narrow:mx-4 max-narrow:mb-3',
      )}
    >
      <AttachmentChips attachments={draft.attachments} attaching={draft.attaching} onRemove={draft.detach} />
      <AutosizeInput
        label={placeholder}
        value={draft.text}
        placeholder={over ? m.chat.dropHere : placeholder}
        minRows={tall ? 2 : 1}
        autoFocus
        onChange={draft.setText}
        onSubmit={() => composer.send(false)}
        onPaste={paste}
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
      <div className="flex min-w-0 items-center gap-1.5 px-2 pt-1.5 pb-2 max-narrow:flex-wrap">
        <AttachButton onFiles={(files) => void draft.attach(files)} />
        <PresetPicker preset={preset} onChoose={composer.choosePreset} />
        <span className="mr-1.5 ml-auto flex min-w-0 justify-end">
          {running ? <RunLimit runId={running.runId} /> : <CostLine estimate={estimate} demo={preset?.demo ?? false} />}
        </span>
        {running ? (
          <Button look="strong" onClick={running.stop} className="h-[1.875rem]!">
            <Square size={14} aria-hidden />
            {m.chat.stopAll}
            <KeyCap>{m.chat.escape}</KeyCap>
          </Button>
        ) : composer.needsConsent ? (
          <Button look="strong" disabled={!composer.canSend} onClick={() => composer.send(true)} className="h-[1.875rem]!">
            {m.chat.askAnyway}
          </Button>
        ) : (
          <Button look="main" type="submit" disabled={composer.blocked} className="h-[1.875rem]! pr-3!">
            <ArrowUp size={16} aria-hidden />
            {m.chat.ask}
          </Button>
        )}
      </div>
    </form>
  )
}
