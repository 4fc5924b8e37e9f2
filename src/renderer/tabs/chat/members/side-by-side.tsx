import { ListTree, RotateCcw } from 'lucide-react'
import type { Message } from '../../../../shared/conversation.ts'
import { formatDuration, formatTokens } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Mark } from '../../../components/mark.tsx'
import { useSession } from '../../../state/use-session.ts'
import { RateButtons } from '../answer/rate-buttons.tsx'
import { useAskAgain } from '../answer/use-ask-again.ts'
import { memberActions } from './member-actions.ts'
import { members } from './member-state.ts'
import { runCost, runTokens, tokensEstimated } from './run-figures.ts'

type SideBySideProps = { readonly run: RunView; readonly answer: Message; readonly onWhy: (() => void) | null }

/** No one answer: a quiet line to choose the main one, and what it all took. */
export function SideBySide({ run, answer, onWhy }: SideBySideProps) {
  const actions = memberActions(useSession(), answer)
  const again = useAskAgain(answer, run.presetId)
  const answered = members(run).filter((member) => member.text !== '')
  return (
    <article aria-label={m.chat.answers['side-by-side']} className="rounded-sheet border border-line bg-sheet">
      <header className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-6 py-1.5 max-narrow:px-4">
        <h3 className="text-13 font-semibold">{m.chat.answers['side-by-side']}</h3>
        <span className="figures ml-auto flex gap-4 text-12 text-ink-2">
          {run.endedAt !== null && <span>{formatDuration(run.endedAt - run.startedAt)}</span>}
          <span>{m.chat.tokens(formatTokens(runTokens(run), tokensEstimated(run)))}</span>
          <span>{runCost(run)}</span>
        </span>
      </header>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-6 py-2 pr-2.5 max-narrow:px-4">
        {answered.length > 0 && <p className="mr-1 text-pretty text-ink-2">{m.chat.chooseMain}</p>}
        {answered.map((member) => (
          <Button key={member.id} small onClick={() => actions.makeMain(member)}>
            <Mark number={member.number} label={member.label} small decorative />
            {member.label}
          </Button>
        ))}
        <span className="ml-auto flex items-center">
          <Button look="bare" small onClick={again}>
            <RotateCcw size={14} aria-hidden />
            {m.chat.askAgain}
          </Button>
          {onWhy && (
            <Button look="bare" small onClick={onWhy}>
              <ListTree size={14} aria-hidden />
              {m.chat.why}
            </Button>
          )}
          <RateButtons answer={answer} />
        </span>
      </div>
    </article>
  )
}
