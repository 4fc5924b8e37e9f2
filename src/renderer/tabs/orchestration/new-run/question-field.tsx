import { Paperclip, X } from 'lucide-react'
import { FileButton } from '../../../components/file-button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { attachFile, MAX_FILES } from '../../chat/composer/attach-files.ts'
import { w } from '../words.ts'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun

type QuestionFieldProps = { readonly form: NewRunForm; readonly onSubmit: () => void }

/** The question and its files. Ctrl or ⌘ with Enter starts. */
export function QuestionField({ form, onSubmit }: QuestionFieldProps) {
  const { client, toasts } = useSession()
  const { text, attachments, setText, setAttachments } = form
  const add = async (file: File) => {
    try {
      const attached = await attachFile(client, file, { signal: new AbortController().signal, onProgress: () => {} })
      if (!attachments.some(({ id }) => id === attached.id)) setAttachments([...attachments, attached])
    } catch (thrown) {
      toasts.say(thrown instanceof Error ? thrown.message : String(thrown), null, 'bad')
    }
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor="new-run-question" className="font-medium">
        {n.question}
      </label>
      <textarea
        id="new-run-question"
        rows={5}
        value={text}
        placeholder={n.questionHint}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          onSubmit()
        }}
        className="field-sizing-content max-h-80 min-h-28 w-full resize-none rounded-control border border-line-strong bg-sheet px-2.5 py-2 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      />
      {attachments.length > 0 && (
        <ul className="grid gap-1">
          {attachments.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-1.5 text-12">
              <Paperclip size={14} aria-hidden className="text-ink-3" />
              <span className="truncate">{name}</span>
              <IconButton
                small
                label={n.remove(name)}
                className="ml-auto"
                onClick={() => setAttachments(attachments.filter((file) => file.id !== id))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {attachments.length < MAX_FILES && (
        <FileButton accept="" look="bare" small className="justify-self-start" onFile={(file) => void add(file)}>
          <Paperclip size={14} aria-hidden />
          {n.attach}
        </FileButton>
      )}
    </div>
  )
}
