import { useMemo } from 'react'
import type { Message } from '../../../../shared/conversation.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { NARROW, useMedia } from '../../../state/use-media.ts'
import { useSession } from '../../../state/use-session.ts'
import { memberActions } from './member-actions.ts'
import { MemberAside } from './member-aside.tsx'
import { MemberColumn } from './member-column.tsx'
import { MemberRow } from './member-row.tsx'
import { hasColumn, members } from './member-state.ts'
import { MemberStrip } from './member-strip.tsx'

type MembersProps = { readonly run: RunView; readonly answer: Message; readonly questionCharacters: number }

/** The members of a run: columns under one line, or rows in a narrow window. */
export function Members({ run, answer, questionCharacters }: MembersProps) {
  const narrow = useMedia(NARROW)
  const session = useSession()
  const actions = useMemo(() => memberActions(session, answer), [session, answer])
  const all = members(run)
  const columns = all.filter(hasColumn)
  const aside = all.filter((member) => !hasColumn(member))
  const shared = { run, actions, mainSpeaker: answer.mainSpeaker, questionCharacters, nameless: answer.blind === 'hidden' }
  if (all.length === 0) return null
  if (narrow) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
      <div role="group" aria-label={m.chat.membersLabel} className="mt-4 grid gap-1">
        {all.map((member) => (
          <MemberRow key={member.id} member={member} {...shared} />
        ))}
      </div>
    )
  }
  return (
    <MemberStrip count={columns.length + aside.length}>
      {columns.map((member) => (
        <MemberColumn key={member.id} member={member} {...shared} />
      ))}
      {aside.length > 0 && (
        <div
          className={
            columns.length === 0
              ? 'flex w-full flex-wrap gap-6 border-t-2 border-dotted border-line-strong pt-3 [&>section]:w-[13.25rem] [&>section]:border-0! [&>section]:pt-0!'
              : 'grid w-[13.25rem] flex-none snap-start content-start gap-3 border-t-2 border-l border-l-line border-t-line-strong pt-3 pl-4 [border-top-style:dotted]'
          }
        >
          {aside.map((member) => (
            <MemberAside key={member.id} member={member} {...shared} />
          ))}
        </div>
      )}
    </MemberStrip>
  )
}
