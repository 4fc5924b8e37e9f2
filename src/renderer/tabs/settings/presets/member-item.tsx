import { GripVertical, SlidersHorizontal, X } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { splitModelRef } from '../../../../shared/ids.ts'
import type { Member, PresetStrategy } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Mark, Seats } from '../../../components/mark.tsx'
import { useApp } from '../../../state/use-session.ts'
import { useModelLabel } from '../use-model-label.ts'
import { MemberFields } from './member-fields.tsx'
import { memberSummary } from './member-summary.ts'

const t = m.settings.presets
const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

type MemberItemProps = {
  readonly member: Member
  readonly number: number
  readonly strategy: PresetStrategy
  readonly open: boolean
  readonly dragged: boolean
  readonly onToggle: () => void
  readonly onDrag: (index: number | null) => void
  readonly onDrop: () => void
  readonly onStep: (by: -1 | 1) => void
  readonly onChange: (change: (member: Member) => Member) => void
  readonly onRemove: () => void
}

/** A member: its place (moved by its handle, with the arrow keys or the mouse), model, parameters. */
export function MemberItem(props: MemberItemProps) {
  const { member, number, strategy, open, dragged, onToggle, onDrag, onDrop, onStep, onChange, onRemove } = props
  const label = useModelLabel()(member.model)
  const { provider } = splitModelRef(member.model)
  const simulated = useApp((app) => app.models.some((model) => model.ref === member.model && model.simulated))
  const providerName = useApp((app) => app.providers.find((known) => known.id === provider)?.name ?? provider)
  const fieldsId = useId()
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    onStep(by)
  }
  return (
    <li
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
      className={classNames('border-t border-line first:border-t-0', dragged && 'opacity-50')}
    >
      <div className="flex min-h-9 items-center gap-2">
        <IconButton
          small
          draggable
          label={t.move(label)}
          onKeyDown={step}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            onDrag(number - 1)
          }}
          onDragEnd={() => onDrag(null)}
          className="-ml-1.5 cursor-grab! text-ink-3!"
        >
          <GripVertical size={14} aria-hidden />
        </IconButton>
        <Seats value={[{ number, model: member.model }]}>
          <Mark number={number} label={label} decorative />
        </Seats>
        <span className="min-w-0 flex-1">
          <span className="mr-2 font-medium">{label}</span>
          <span className="text-12 text-ink-2">{memberSummary(member, simulated ? m.common.demo : providerName, strategy)}</span>
        </span>
        <IconButton
          small
          label={t.memberOptions(label)}
          aria-expanded={open}
          aria-controls={open ? fieldsId : undefined}
          onClick={onToggle}
        >
          <SlidersHorizontal size={14} aria-hidden />
        </IconButton>
        <IconButton small label={t.removeMember(label)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {open && (
        <div id={fieldsId}>
          <MemberFields member={member} strategy={strategy} onChange={onChange} />
        </div>
      )}
    </li>
  )
}
