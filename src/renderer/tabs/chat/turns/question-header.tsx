import { Paperclip, Pencil } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import { formatBytes } from '../../../../shared/format.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { clockTime } from '../list/clock-time.ts'
import { editDrafts, useEditDraft } from './edit-drafts.ts'
import { QuestionEditor } from './question-editor.tsx'

type QuestionHeaderProps = { readonly question: Message; readonly presetName: string | undefined; readonly editable: boolean }

/** The question with its files and time; the pencil opens it as a new branch. */
export function QuestionHeader({ question, presetName, editable }: QuestionHeaderProps) {
  const edited = useEditDraft(question.id)
  if (edited !== undefined) return <QuestionEditor question={question} text={edited} />
  const time = clockTime(question.createdAt, Date.now())
  return (
    <div className="mb-4 flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <h2 className="max-w-[46em] text-18 font-medium tracking-[-0.006em] text-pretty whitespace-pre-wrap wrap-anywhere">
          {question.text}
        </h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-ink-3">
          {question.attachments.map((file) => (
            <span key={file.id} className="flex min-w-0 items-center gap-1.5">
              <Paperclip size={14} aria-hidden />
              <span className="truncate">{file.name}</span>
              <span className="figures">{formatBytes(file.bytes)}</span>
              <span aria-hidden>·</span>
            </span>
          ))}
          {presetName !== undefined && (
            <>
              <span>{presetName}</span>
              <span aria-hidden>·</span>
            </>
          )}
          <time dateTime={new Date(question.createdAt).toISOString()} className="figures">
            {time}
          </time>
        </p>
      </div>
      {editable && (
        <IconButton label={m.chat.edit} onClick={() => editDrafts.start(question.id, question.text)}>
          <Pencil size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
