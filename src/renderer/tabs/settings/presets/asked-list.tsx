import type { Member } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Mark, Seats } from '../../../components/mark.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useModelLabel } from '../use-model-label.ts'

const t = m.settings.presets

type AskedListProps = { readonly asked: readonly Member[]; readonly demo: boolean }

/** Who a message would go to now, where the preset names nobody. */
export function AskedList({ asked, demo }: AskedListProps) {
  const label = useModelLabel()
  if (asked.length === 0) return <p className="text-ink-2 @min-[36rem]:pt-1">{t.automaticNobody}</p>
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-ink-2 @min-[36rem]:pt-1">
        {t.automaticNote}
        {demo && <Tag>{m.common.demo}</Tag>}
      </p>
      <ol className="flex flex-wrap gap-x-4 gap-y-1">
        {asked.map((member, index) => (
          <li key={member.id} className="flex min-w-0 items-center gap-1.5">
            <Seats value={[{ number: index + 1, model: member.model }]}>
              <Mark number={index + 1} label={t.memberNumber(index + 1, label(member.model))} decorative />
            </Seats>
            <span className="truncate">{label(member.model)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
