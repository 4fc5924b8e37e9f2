import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Member, Preset } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { useModelLabel } from '../use-model-label.ts'
import { AskedList } from './asked-list.tsx'
import { MemberItem } from './member-item.tsx'
import { ModelPicker } from './model-picker.tsx'
import { addMember, changeMember, moveMember } from './preset-changes.ts'

const t = m.settings.presets
const MOST_MEMBERS = 40

type MembersFieldProps = {
  readonly preset: Preset
  readonly asked: readonly Member[]
  readonly demo: boolean
  readonly onChange: (members: Member[]) => void
}

/** Who is asked, in which order; or nobody by name, and then Tutti chooses. */
export function MembersField({ preset, asked, demo, onChange }: MembersFieldProps) {
  const { members, settings } = preset
  const label = useModelLabel()
  const [open, setOpen] = useState<string | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const member = members[from]
    if (!member || to < 0 || to >= members.length || from === to) return
    onChange(moveMember(members, from, to))
    setSaid(t.moved(label(member.model), to + 1, members.length))
  }
  const add = (
    <ModelPicker
      title={t.addMember}
      onPick={(ref) => onChange(addMember(members, ref))}
      trigger={
        <Button disabled={members.length >= MOST_MEMBERS} title={members.length >= MOST_MEMBERS ? t.full : undefined}>
          <Plus size={14} aria-hidden />
          {t.addMember}
        </Button>
      }
    />
  )
  if (members.length === 0) {
    return (
      <FormRow label={t.members} top>
        <AskedList asked={asked} demo={demo} />
        <div className="flex flex-wrap gap-2">
          {asked.length > 0 && <Button onClick={() => onChange([...asked])}>{t.chooseOwn}</Button>}
          {add}
        </div>
      </FormRow>
    )
  }
  return (
    <FormRow label={t.members} note={t.membersNote} top>
      <ol aria-label={t.members} className="-mt-1">
        {members.map((member, index) => (
          <MemberItem
            key={member.id}
            member={member}
            number={index + 1}
            strategy={settings.strategy}
            open={open === member.id}
            dragged={dragged === index}
            onToggle={() => setOpen(open === member.id ? null : member.id)}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged !== null) move(dragged, index)
              setDragged(null)
            }}
            onStep={(by) => move(index, index + by)}
            onChange={(change) => onChange(changeMember(members, member.id, change))}
            onRemove={() => onChange(members.filter((other) => other.id !== member.id))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap gap-2">
        {add}
        <Button look="bare" onClick={() => onChange([])}>
          {t.backToAutomatic}
        </Button>
      </div>
    </FormRow>
  )
}
