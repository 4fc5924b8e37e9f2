import { Copy, Ellipsis, FileText, Link2, ListTree, RotateCcw, Undo2 } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useCopy } from '../../../state/use-copy.ts'
import { useConversation, useSession } from '../../../state/use-session.ts'
import { memberActions } from '../members/member-actions.ts'
import { w } from '../words.ts'
import { asMarkdown, withSources } from './answer-copies.ts'
import { RateButtons } from './rate-buttons.tsx'
import { useAskAgain } from './use-ask-again.ts'

type AnswerActionsProps = {
  readonly run: RunView
  readonly answer: Message
  readonly text: string
  readonly chosen: boolean
  /** null where the page bar offers it. */
  readonly onWhy: (() => void) | null
}

/** Copy, ask again, rate, pin, why this answer; back to the agreed answer where the user chose another one. */
export function AnswerActions({ run, answer, text, chosen, onWhy }: AnswerActionsProps) {
  const session = useSession()
  const copy = useCopy()
  const again = useAskAgain(answer, run.presetId)
  const entry = useConversation(answer.conversationId)
  const question = entry?.state === 'ready' ? entry.conversation.messages.find((message) => message.id === answer.parentId) : undefined
  const speaker = run.speakers.find((candidate) => candidate.id === (answer.mainSpeaker ?? run.outcome?.by))
  const citations = speaker?.result?.citations ?? []
  const by = speaker?.label ?? run.presetName
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
      <span className="ml-auto" />
      <RateButtons answer={answer} />
      <Menu
        label={w.moreOfAnswer}
        align="end"
        trigger={
          <IconButton small label={w.moreOfAnswer}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'copy',
            entries: [
              {
                id: 'markdown',
                label: w.copyMarkdown,
                icon: <FileText size={14} aria-hidden />,
                onSelect: () => copy(asMarkdown(question?.text ?? '', text, by)),
              },
              {
                id: 'sources',
                label: w.copyWithSources,
                icon: <Link2 size={14} aria-hidden />,
                disabled: citations.length === 0,
                onSelect: () => copy(withSources(text, citations)),
              },
            ],
          },
        ]}
      />
    </footer>
  )
}
