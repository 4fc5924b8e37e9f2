import { useState } from 'react'
import { m } from '../../app/messages.ts'
import { classNames } from '../../components/class-names.ts'
import { hueClass, Mark } from '../../components/mark.tsx'
import { MemberFailure } from './member-failure.tsx'
import { MemberFigures } from './member-figures.tsx'
import { MemberMenu } from './member-menu.tsx'
import type { MemberProps } from './member-props.ts'
import { isOff, memberState } from './member-state.ts'
import { MemberStatus } from './member-status.tsx'
import { MemberText } from './member-text.tsx'
import { plainLine } from './plain-line.ts'

const LINES: Partial<Record<ReturnType<typeof memberState>, string>> = {
  agrees: 'border-accent',
  dissents: 'border-warn border-dashed',
  failed: 'border-bad border-dashed',
  done: 'border-hue',
  streaming: 'border-hue',
}

/** A member in a narrow window: one row that opens in place. */
export function MemberRow({ member, run, actions, mainSpeaker, questionCharacters }: MemberProps) {
  const [open, setOpen] = useState(false)
  const state = memberState(member, run.outcome)
  const running = run.state === 'running'
  return (
    <section
      aria-label={m.chat.member(member.number, member.label)}
      aria-busy={member.state === 'streaming' || member.state === 'asked'}
      data-member={member.number}
      tabIndex={-1}
      className={classNames('border-l-2 py-[3px] pl-3', hueClass(member.number), LINES[state] ?? 'border-dotted border-line-strong')}
    >
      <div className="flex items-start gap-2">
        <button
          type="button"
          aria-expanded={open}
          aria-label={m.chat.openMember(member.label)}
          onClick={() => setOpen(!open)}
          className="grid min-w-0 flex-1 cursor-default grid-cols-[9.5rem_minmax(0,1fr)_auto] gap-3 text-left"
        >
          <span className="grid grid-cols-[1.125rem_minmax(0,1fr)] items-center gap-x-2">
            <Mark number={member.number} label={member.label} off={isOff(state)} decorative />
            <span className="truncate font-semibold">{member.label}</span>
          </span>
          <span className={classNames('line-clamp-2 min-w-0 text-ink-2', open && 'invisible')}>
            {plainLine(member.text, 160) || member.result?.reason || member.result?.error?.message}
          </span>
          <MemberFigures member={member} questionCharacters={questionCharacters} short />
        </button>
        {open && <MemberMenu member={member} actions={actions} running={running} main={mainSpeaker === member.id} />}
      </div>
      <MemberStatus member={member} state={state} className="-mt-4 ml-[1.625rem] w-32" />
      {open && (
        <div className="mt-2 ml-[1.625rem] grid gap-3 pb-2">
          <MemberText member={member} />
          <MemberFailure member={member} canRetry={!running} onRetry={() => actions.retry(member)} />
        </div>
      )}
    </section>
  )
}
