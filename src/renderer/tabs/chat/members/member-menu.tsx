import { BadgeCheck, Copy, Ellipsis, RotateCcw, Square } from 'lucide-react'
import { memo } from 'react'
import type { SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useCopy } from '../../../state/use-copy.ts'
import type { MemberActions } from './member-actions.ts'

type MemberMenuProps = {
  readonly member: SpeakerView
  readonly actions: MemberActions
  /** Where the run goes on, a member can be stopped and nothing else is decided yet. */
  readonly running: boolean
  readonly main: boolean
}

/** Stop while it answers; afterwards copy, make it the main answer, ask it again. Text that arrives does not render it anew. */
export const MemberMenu = memo(function MemberMenu({ member, actions, running, main }: MemberMenuProps) {
  const copy = useCopy()
  if (running && member.endedAt === null) {
    return (
      <IconButton small label={m.chat.stopMember(member.label)} onClick={() => actions.stop(member)}>
        <Square size={14} aria-hidden />
      </IconButton>
    )
  }
  const hasText = member.text !== ''
  return (
    <Menu
      label={m.chat.moreAbout(member.label)}
      align="end"
      trigger={
        <IconButton small label={m.chat.moreAbout(member.label)}>
          <Ellipsis size={14} aria-hidden />
        </IconButton>
      }
      groups={[
        {
          id: 'member',
          entries: [
            { id: 'copy', label: m.chat.copy, icon: <Copy size={14} aria-hidden />, onSelect: () => copy(member.text), disabled: !hasText },
            {
              id: 'main',
              label: m.chat.makeMain,
              icon: <BadgeCheck size={14} aria-hidden />,
              onSelect: () => actions.makeMain(member),
              disabled: !hasText || running || main,
            },
            {
              id: 'again',
              label: member.state === 'failed' ? m.chat.retryMember : m.chat.askMemberAgain,
              icon: <RotateCcw size={14} aria-hidden />,
              onSelect: () => actions.retry(member),
              disabled: running,
            },
          ],
        },
      ]}
    />
  )
}, unchanged)

function unchanged(before: MemberMenuProps, after: MemberMenuProps): boolean {
  return (
    before.actions === after.actions &&
    before.running === after.running &&
    before.main === after.main &&
    before.member.id === after.member.id &&
    before.member.state === after.member.state &&
    before.member.endedAt === after.member.endedAt
  )
}
