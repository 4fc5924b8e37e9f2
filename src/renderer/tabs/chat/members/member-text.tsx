import { memo } from 'react'
import type { SpeakerView } from '../../../../shared/run.ts'
import { Markdown } from '../../../components/markdown.tsx'
import { w } from '../words.ts'
import { plainLine } from './plain-line.ts'
import { Reasoning } from './reasoning.tsx'
import { Sources } from './sources.tsx'
import { splitAnswerLine } from './split-answer-line.ts'

/** What a member says: reasoning to fold out, text as it streams, its sources, and what it could not be given. */
export const MemberText = memo(function MemberText({ member }: { readonly member: SpeakerView }) {
  const streaming = member.state === 'streaming'
  const { body, answer } = splitAnswerLine(member.text)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 text-13">
      {member.reasoning !== '' && <Reasoning text={member.reasoning} streaming={streaming && member.text === ''} />}
      {body !== '' && <Markdown text={body} streaming={streaming && answer === null} />}
      {answer !== null && (
        <p className="flex min-w-0 items-baseline gap-2 border-t border-line pt-1.5">
          <span className="flex-none text-12 text-ink-3">{w.answerLine}</span>
          <span className="min-w-0 font-semibold wrap-anywhere">{plainLine(answer, 400)}</span>
        </p>
      )}
      {member.result && member.result.citations.length > 0 && <Sources citations={member.result.citations} />}
      {member.result?.notes.map((note) => (
        <p key={note} className="text-12 text-ink-2">
          {note}
        </p>
      ))}
    </div>
  )
})
