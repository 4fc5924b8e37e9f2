import { useEffect, useRef, useState } from 'react'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { errorText } from '../../../state/error-words.ts'
import { useRun } from '../../../state/use-session.ts'
import { memberState, members, progressOf } from '../members/member-state.ts'
import { plainLine } from '../members/plain-line.ts'

/** What a screen reader should hear of a change from `before` to `run`: members that ended, then the answer once. Never tokens. */
export function announcements(before: RunView, run: RunView): string[] {
  const { done, of } = progressOf(run)
  const ended = members(run).filter((member) => {
    const old = before.speakers.find((speaker) => speaker.id === member.id)
    return old !== undefined && old.endedAt === null && member.endedAt !== null && member.state !== 'not-needed'
  })
  const said = ended.map((member) => m.chat.announceDone(member.label, m.chat.state[memberState(member, null)], done, of))
  if (before.state === 'running' && run.state !== 'running') {
    said.push(
      run.outcome
        ? m.chat.announceAnswer(m.chat.answers[run.outcome.kind], plainLine(run.outcome.answer, 400))
        : m.chat.announceAnswer(m.chat.answers.none, run.error ? errorText(run.error) : ''),
    )
  }
  return said
}

/** A polite live region for the run that goes on. */
export function Announcer({ runId }: { readonly runId: RunId | null }) {
  const run = useRun(runId, (view) => view)
  const before = useRef<RunView | undefined>(undefined)
  const [text, setText] = useState('')
  useEffect(() => {
    const old = before.current
    before.current = run
    if (!run || old?.id !== run.id) return
    const said = announcements(old, run)
    if (said.length > 0) setText(said.join('. '))
  }, [run])
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}
