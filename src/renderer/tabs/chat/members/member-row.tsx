import { useState } from 'react'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Mark, useHue } from '../../../components/mark.tsx'
import { errorText } from '../../../state/error-words.ts'
import { QualityNote } from '../answer/quality-note.tsx'
import { MemberFailure } from './member-failure.tsx'
import { MemberFigures } from './member-figures.tsx'
import { MemberMenu } from './member-menu.tsx'
import type { MemberProps } from './member-props.ts'
import { isOff, type MemberState, memberState } from './member-state.ts'
import { MemberStatus } from './member-status.tsx'
import { MemberText } from './member-text.tsx'
import { plainLine } from './plain-line.ts'
import { splitAnswerLine } from './split-answer-line.ts'

const LINES: Partial<Record<MemberState, string>> = {
  agrees: 'border-accent',
  dissents: 'border-warn border-dashed',
  failed: 'border-bad border-dashed',
  done: 'border-hue',
  streaming: 'border-hue',
}

/** A member in a narrow window: one row that opens in place. */
export function MemberRow({ member, run, actions, mainSpeaker, questionCharacters, nameless }: MemberProps) {
  const [open, setOpen] = useState(false)
  const hue = useHue()
  const state = memberState(member, run.outcome)
  const running = run.state === 'running'
  const { error = null, reason = '' } = member.result ?? {}
  const line = plainLine(splitAnswerLine(member.text).body, 160) || (error ? errorText(error) : reason)
  return (
    <section
      aria-label={nameless ? member.label : m.chat.member(member.number, member.label)}
      aria-busy={member.state === 'streaming' || member.state === 'asked'}
      data-member={member.number}
      tabIndex={-1}
      className={classNames('border-l-2 py-[3px] pl-3', hue(member.number), LINES[state] ?? 'border-dotted border-line-strong')}
    >
      <div className="relative grid grid-cols-[9.5rem_minmax(0,1fr)_auto] gap-3">
        <div className="grid grid-cols-[1.125rem_minmax(0,1fr)] items-center gap-x-2 self-start">
          <Mark number={member.number} label={member.label} off={isOff(state)} decorative />
          <h4 className="truncate font-semibold">
            {/* The button covers the row, so that a click anywhere opens it. */}
            <button
              type="button"
              aria-expanded={open}
              title={m.chat.openMember(member.label)}
              onClick={() => setOpen(!open)}
              className="max-w-full cursor-default truncate after:absolute after:inset-0"
            >
              {member.label}
            </button>
          </h4>
          <MemberStatus member={member} state={state} className="col-start-2" />
        </div>
        <p className={classNames('line-clamp-2 min-w-0 text-ink-2', open && 'invisible')}>{line}</p>
        {!nameless && <MemberFigures member={member} questionCharacters={questionCharacters} short />}
      </div>
      {open && (
        <div className="mt-2 ml-[1.625rem] flex items-start gap-2 pb-2">
          <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-3">
            <MemberText member={member} />
            {!nameless && <QualityNote quality={run.outcome?.qualities?.find(({ speaker }) => speaker === member.id)?.quality} />}
            {!nameless && (
              <MemberFailure member={member} run={run} questionCharacters={questionCharacters} onRetry={() => actions.retry(member)} />
            )}
          </div>
          {!nameless && <MemberMenu member={member} actions={actions} running={running} main={mainSpeaker === member.id} />}
        </div>
      )}
    </section>
  )
}
