import { Copy, ListTree, RotateCcw, Undo2 } from 'lucide-react'
import type { Message } from '../../../shared/conversation.ts'
import type { RunView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { useCopy } from '../../state/use-copy.ts'
import { useSession } from '../../state/use-session.ts'
import { memberActions } from './member-actions.ts'
import { useAskAgain } from './use-ask-again.ts'

type AnswerActionsProps = {
  readonly run: RunView
  readonly answer: Message
  readonly text: string
  readonly chosen: boolean
  /** null where the page bar offers it. */
  readonly onWhy: (() => void) | null
}

/** Copy, ask again, why this answer; back to the agreed answer where the user chose another one. */
export function AnswerActions({ run, answer, text, chosen, onWhy }: AnswerActionsProps) {
  const session = useSession()
  const copy = useCopy()
  const again = useAskAgain(answer, run.presetId)
  return (
    <footer className="flex flex-wrap items-center gap-0.5 border-t border-line px-2.5 py-1">
      {text !== '' && (
        <Button look="bare" small onClick={() => copy(text)}>
          <Copy size={14} aria-hidden />
          {m.chat.copy}
        </Button>
      )}
      <Button look="bare" small onClick={again}>
        <RotateCcw size={14} aria-hidden />
        {m.chat.askAgain}
      </Button>
      {chosen && (
        <Button look="bare" small onClick={() => memberActions(session, answer).makeMain(null)}>
          <Undo2 size={14} aria-hidden />
          {run.outcome?.kind === 'side-by-side' ? m.chat.backToNone : m.chat.backToAgreed}
        </Button>
      )}
      {onWhy && (
        <Button look="bare" small onClick={onWhy}>
          <ListTree size={14} aria-hidden />
          {m.chat.why}
        </Button>
      )}
    </footer>
  )
}
