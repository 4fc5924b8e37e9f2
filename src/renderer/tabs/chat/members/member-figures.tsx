import { formatDuration, formatMoney, formatTokens } from '../../../../shared/format.ts'
import type { SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { useNow } from '../../../state/use-now.ts'
import { useApp } from '../../../state/use-session.ts'
import { memberCost, memberTokens } from './run-figures.ts'

type MemberFiguresProps = { readonly member: SpeakerView; readonly questionCharacters: number; readonly short?: boolean }

/** First, total, tokens and cost of a member; ≈ while unfinished. `short`: total and cost alone. */
export function MemberFigures({ member, questionCharacters, short = false }: MemberFiguresProps) {
  const model = useApp((app) => app.models.find((known) => known.ref === member.askedModel))
  const running = member.askedAt !== null && member.endedAt === null
  const now = useNow(running)
  const tokens = memberTokens(member)
  const cost = memberCost(member, model, questionCharacters)
  const first =
    member.result?.firstTokenMs ?? (member.firstTextAt !== null && member.askedAt !== null ? member.firstTextAt - member.askedAt : null)
  const total = member.result?.totalMs ?? (member.askedAt === null ? null : (member.endedAt ?? now) - member.askedAt)
  const paid = member.result !== null && member.result.usage !== null
  const money = cost ? `${cost.estimated ? '≈\u00a0' : ''}${formatMoney(cost.value)}` : paid ? m.chat.noPrice : m.common.unknown
  const figures = [
    { label: m.chat.first, value: first === null ? m.common.unknown : formatDuration(first), always: false },
    { label: running ? m.chat.soFarLabel : m.chat.total, value: total === null ? m.common.unknown : formatDuration(total), always: true },
    { label: m.chat.tokensLabel, value: tokens === null ? m.common.unknown : formatTokens(tokens.value, tokens.estimated), always: false },
    { label: m.chat.cost, value: money, always: true },
  ]
  return (
    <dl className="flex justify-between gap-2 text-12 [font-stretch:94%]">
      {figures
        .filter((figure) => !short || figure.always)
        .map((figure) => (
          <div key={figure.label} className={short ? 'w-14 text-right' : undefined}>
            <dt className="text-11 text-ink-3">{figure.label}</dt>
            <dd className="figures">{figure.value}</dd>
          </div>
        ))}
    </dl>
  )
}
