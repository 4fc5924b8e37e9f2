import { memo } from 'react'
import type { SpeakerView } from '../../../shared/run.ts'
import { Markdown } from '../../components/markdown.tsx'
import { Reasoning } from './reasoning.tsx'
import { Sources } from './sources.tsx'

/** What a member says: reasoning to fold out, text as it streams, its sources, and what it could not be given. */
export const MemberText = memo(function MemberText({ member }: { readonly member: SpeakerView }) {
  const streaming = member.state === 'streaming'
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 text-13">
      {member.reasoning !== '' && <Reasoning text={member.reasoning} streaming={streaming && member.text === ''} />}
      {member.text !== '' && <Markdown text={member.text} streaming={streaming} />}
      {member.result && member.result.citations.length > 0 && <Sources citations={member.result.citations} />}
      {member.result?.notes.map((note) => (
        <p key={note} className="text-12 text-ink-2">
          {note}
        </p>
      ))}
    </div>
  )
})
