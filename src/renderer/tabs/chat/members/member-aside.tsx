import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Mark } from '../../../components/mark.tsx'
import { errorText } from '../../../state/error-words.ts'
import type { MemberProps } from './member-props.ts'
import { isOff, memberState } from './member-state.ts'
import { MemberStatus } from './member-status.tsx'

/** A member with nothing to read, in the narrow last column: why, and what can be done. */
export function MemberAside({ member, run, actions, nameless }: MemberProps) {
  const state = memberState(member, run.outcome)
  const running = run.state === 'running'
  const waits = state === 'waiting' || state === 'queued'
  const note = reason()
  return (
    <section
      aria-label={nameless ? member.label : m.chat.member(member.number, member.label)}
      data-member={member.number}
      tabIndex={-1}
      className="grid grid-cols-[1.125rem_minmax(0,1fr)] content-start gap-x-2 border-line not-first:border-t not-first:pt-3"
    >
      <Mark number={member.number} label={member.label} off={isOff(state)} decorative />
      <h4 title={member.label} className="truncate text-13 font-semibold">
        {member.label}
      </h4>
      <MemberStatus member={member} state={state} className="col-start-2" />
      {note !== '' && <p className="col-start-2 text-12 leading-[1.0625rem] text-pretty text-ink-2">{note}</p>}
      <div className="col-start-2 mt-1.5">
        {running && waits && (
          <Button small onClick={() => actions.stop(member)}>
            {m.chat.leaveOut}
          </Button>
        )}
        {!running && !nameless && (
          <Button small onClick={() => actions.retry(member)}>
            {state === 'not-needed' ? m.chat.askMemberAnyway : m.chat.askMemberAgain}
          </Button>
        )}
      </div>
    </section>
  )

  function reason(): string {
    if (state === 'queued' && member.ahead !== null && member.endpoint !== null) return m.chat.queuedNote(member.ahead, member.endpoint)
    if (member.result) return member.result.error ? errorText(member.result.error) : member.result.reason
    return state === 'waiting' && running ? m.chat.waitingNote : ''
  }
}
