import { RotateCcw } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import { formatDuration } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { errorText } from '../../../state/error-words.ts'
import { runCost } from '../members/run-figures.ts'
import { useAskAgain } from './use-ask-again.ts'

type NoAnswerProps = { readonly run: RunView; readonly answer: Message }

/** A run that ended without an answer: who did what, what is kept, the way to ask again. */
export function NoAnswer({ run, answer }: NoAnswerProps) {
  const again = useAskAgain(answer, run.presetId)
  const stopped = run.state === 'cancelled'
  const kept = run.speakers.some((speaker) => speaker.text !== '') ? m.chat.noAnswerKept : undefined
  const title = stopped ? m.chat.answers.stopped : m.chat.answers.none
  return (
    <article aria-label={title} className="rounded-sheet border border-line bg-sheet">
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-6 max-narrow:px-4">
        <h3 className="text-13 font-semibold">{title}</h3>
        <span className="figures ml-auto flex gap-4 text-12 text-ink-2">
          {run.endedAt !== null && <span>{formatDuration(run.endedAt - run.startedAt)}</span>}
          <span>{runCost(run)}</span>
        </span>
      </header>
      <div className="px-6 py-4 max-narrow:px-4">
        {stopped ? (
          <div className="flex flex-wrap items-center gap-3 text-ink-2">
            <p>{kept === undefined ? m.chat.cancelledRun : m.chat.stoppedKept}</p>
            {button()}
          </div>
        ) : (
          <ErrorNote what={run.error ? errorText(run.error) : title} {...(kept === undefined ? {} : { kept })} action={button()} />
        )}
      </div>
    </article>
  )

  function button() {
    return (
      <Button small onClick={again}>
        <RotateCcw size={14} aria-hidden />
        {m.chat.askAgain}
      </Button>
    )
  }
}
