import { Check, CircleDashed, CircleSlash, Hourglass, LoaderCircle, RotateCw, Split, TriangleAlert } from 'lucide-react'
import type { SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Tag } from '../../../components/tag.tsx'
import { useNow } from '../../../state/use-now.ts'
import type { MemberState } from './member-state.ts'
import { tokenRate } from './run-figures.ts'

const ICONS = {
  waiting: CircleDashed,
  queued: Hourglass,
  asked: LoaderCircle,
  retrying: RotateCw,
  streaming: LoaderCircle,
  done: Check,
  agrees: Check,
  dissents: Split,
  failed: TriangleAlert,
  cancelled: CircleSlash,
  'not-needed': CircleDashed,
} as const satisfies Record<MemberState, unknown>

const TONES: Partial<Record<MemberState, string>> = { dissents: 'font-medium text-warn', failed: 'font-medium text-bad' }

type MemberStatusProps = { readonly member: SpeakerView; readonly state: MemberState; readonly className?: string }

/** The state of a member as icon and word; a simulated one always says so. */
export function MemberStatus({ member, state, className }: MemberStatusProps) {
  const now = useNow(state === 'streaming')
  const Icon = ICONS[state]
  return (
    <span className={classNames('flex flex-wrap items-center gap-x-2 gap-y-1', className)}>
      <span className={classNames('figures flex min-w-0 items-center gap-[5px] text-12 leading-[1.125rem]', TONES[state] ?? 'text-ink-2')}>
        <Icon size={14} aria-hidden className={state === 'agrees' ? 'text-accent' : undefined} />
        <span className="truncate">{word(member, state, now)}</span>
      </span>
      {member.simulated && <Tag>{m.common.demo}</Tag>}
    </span>
  )
}

function word(member: SpeakerView, state: MemberState, now: number): string {
  if (state === 'failed' && member.text !== '') return m.chat.failedKept
  if (state === 'cancelled' && member.text !== '') return m.chat.cancelledKept
  const rate = state === 'streaming' ? tokenRate(member, now) : null
  return rate === null ? m.chat.state[state] : m.chat.streamingAt(rate)
}
