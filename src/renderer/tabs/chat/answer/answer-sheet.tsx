import type { Message } from '../../../../shared/conversation.ts'
import { formatDuration, formatTokens } from '../../../../shared/format.ts'
import type { Outcome, RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Mark } from '../../../components/mark.tsx'
import { Markdown } from '../../../components/markdown.tsx'
import { Tag } from '../../../components/tag.tsx'
import { members } from '../members/member-state.ts'
import { runCost, runTokens, tokensEstimated } from '../members/run-figures.ts'
import { Sources } from '../members/sources.tsx'
import { AnswerActions } from './answer-actions.tsx'
import { QualityNote } from './quality-note.tsx'
import { Tally } from './tally.tsx'

type AnswerSheetProps = { readonly run: RunView; readonly outcome: Outcome; readonly answer: Message; readonly onWhy: (() => void) | null }

/** The answer that counts, who agrees with it, what it took. */
export function AnswerSheet({ run, outcome, answer, onWhy }: AnswerSheetProps) {
  const chosen = members(run).find((member) => member.id === answer.mainSpeaker)
  const by = run.speakers.find((speaker) => speaker.id === outcome.by)
  const speaker = chosen ?? by
  const title = chosen ? m.chat.answers.main : m.chat.answers[outcome.kind]
  const tally = outcome.agreement !== null
  const quality = chosen ? outcome.qualities?.find((each) => each.speaker === chosen.id)?.quality : outcome.quality
  return (
    <article aria-label={title} className="rounded-sheet border border-line bg-sheet">
      <header className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-6 py-1 max-narrow:px-4">
        <h3 className="text-13 font-semibold">{title}</h3>
        {chosen && <Mark number={chosen.number} label={chosen.label} />}
        {!chosen && outcome.agreement && (
          <Tag tone={outcome.agreement.agree * 2 > outcome.agreement.of ? 'accent' : 'warn'}>
            {m.chat.agree(outcome.agreement.agree, outcome.agreement.of)}
          </Tag>
        )}
        {(outcome.quality?.method === 'calibrated' || !outcome.agreement || chosen) && <QualityNote quality={quality} />}
        <span className="figures ml-auto flex gap-4 text-12 text-ink-2">
          {run.endedAt !== null && <span>{formatDuration(run.endedAt - run.startedAt)}</span>}
          <span>{m.chat.tokens(formatTokens(runTokens(run), tokensEstimated(run)))}</span>
          <span>{runCost(run)}</span>
        </span>
      </header>
      <div className={tally ? 'grid grid-cols-[minmax(0,1fr)_18.75rem] max-narrow:grid-cols-[minmax(0,1fr)]' : undefined}>
        <div className="max-w-[76ch] min-w-0 px-6 py-4 text-15 max-narrow:px-4 max-narrow:py-3">
          <Markdown text={chosen ? chosen.text : outcome.answer} lead />
          {speaker?.result && speaker.result.citations.length > 0 && (
            <div className="mt-3">
              <Sources citations={speaker.result.citations} />
            </div>
          )}
        </div>
        {tally && <Tally run={run} outcome={outcome} />}
      </div>
      <AnswerActions run={run} answer={answer} text={chosen ? chosen.text : outcome.answer} chosen={chosen !== undefined} onWhy={onWhy} />
    </article>
  )
}
