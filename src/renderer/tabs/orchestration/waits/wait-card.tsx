import { Clock, UserRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { RunId } from '../../../../shared/ids.ts'
import type { SpeakerView, WaitView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Mark } from '../../../components/mark.tsx'
import { useSession } from '../../../state/use-session.ts'
import { clockTime } from '../../chat/list/clock-time.ts'
import { waitsForPerson } from '../run-status.ts'
import { ScrollText } from '../scroll-text.tsx'

type WaitCardProps = { readonly runId: RunId; readonly wait: WaitView; readonly by?: SpeakerView | undefined }

/** One wait: what it is about, word for word, and the ways to end it. A timer ends by itself. */
export function WaitCard({ runId, wait, by }: WaitCardProps) {
  const { client, attempt } = useSession()
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const mine = waitsForPerson(wait)
  const send = (value: string) => {
    setSending(true)
    void attempt(client.runs.answer({ id: runId, path: wait.path, value })).finally(() => setSending(false))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') send(text)
  }
  const Icon = mine ? UserRound : Clock
  return (
    <article aria-label={wait.title} className={classNames('rounded-control px-3 py-2.5', mine ? 'bg-warn-soft' : 'border border-line')}>
      <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
        <Icon size={14} aria-hidden className={mine ? 'text-warn' : 'text-ink-3'} />
        {by !== undefined && by.number > 0 && <Mark number={by.number} label={by.label} />}
        {wait.title}
        <span className={classNames('text-12 font-normal', mine ? 'text-warn' : 'text-ink-3')}>{m.runs.waitKinds[wait.kind]}</span>
        {wait.until !== null && (
          <span className="figures ml-auto text-12 font-normal text-ink-2">{m.runs.until(clockTime(wait.until, Date.now()))}</span>
        )}
      </h3>
      {wait.detail !== '' && <ScrollText text={wait.detail} sans={!isExact(wait)} className="mt-1.5 max-h-60" />}
      {mine && wait.options.length > 0 && (
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          {wait.options.map((option, index) => (
            <Button key={option.value} small look={index === 0 ? 'main' : 'plain'} disabled={sending} onClick={() => send(option.value)}>
              {option.label}
            </Button>
          ))}
        </div>
      )}
      {mine && wait.options.length === 0 && (
        <form onSubmit={submit} className="mt-2.5 flex items-end gap-1.5">
          <textarea
            aria-label={m.runs.yourAnswer}
            placeholder={m.runs.yourAnswer}
            rows={2}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="min-h-14 min-w-0 flex-1 resize-y rounded-control border border-line-strong bg-sheet px-2 py-1.5"
          />
          <Button type="submit" look="main" disabled={sending || text.trim() === ''}>
            {m.runs.answer}
          </Button>
        </form>
      )}
    </article>
  )
}

/** Arguments and code are shown in the face of code; what was written for a person is not. */
function isExact({ kind, detail }: WaitView): boolean {
  return kind === 'tool-in-doubt' || /^\s*[[{]/.test(detail)
}
