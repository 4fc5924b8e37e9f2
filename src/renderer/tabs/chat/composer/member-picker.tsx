import { useState } from 'react'
import { PresetId } from '../../../../shared/ids.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Mark } from '../../../components/mark.tsx'
import { Popover } from '../../../components/popover.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import type { Reader } from './file-readers.ts'

type MemberPickerProps = {
  readonly preset: PresetView
  readonly seats: readonly Reader[]
  /** Ids of those that the next message goes to; left out: all. */
  readonly only: readonly string[] | undefined
  readonly blind: boolean
  readonly onChoose: (only: string[] | undefined) => void
  readonly onPreset: (preset: PresetView) => void
}

/** Who is asked next: all of the preset, or some of them for one message; those can be saved as a preset of their own. */
export function MemberPicker({ preset, seats, only, blind, onChoose, onPreset }: MemberPickerProps) {
  const [open, setOpen] = useState(false)
  const asked = new Set(only ?? seats.map((seat) => seat.id))
  const least = blind ? 2 : 1
  const toggle = (id: string) => {
    const next = seats.flatMap((seat) => ((seat.id === id) !== asked.has(seat.id) ? [seat.id] : []))
    if (next.length >= least) onChoose(next.length === seats.length ? undefined : next)
  }
  return (
    <Popover
      title={w.chooseMembersTitle}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="bare" title={w.chooseMembers} className="px-1! max-narrow:hidden">
          {/* A label would hide from voice control the numbers that are seen. */}
          <span className="sr-only">{w.chooseMembers}</span>
          <span className="inline-flex flex-wrap gap-[3px]">
            {seats.map((seat) => (
              <Mark key={seat.id} number={seat.number} label={seat.label} off={!asked.has(seat.id)} />
            ))}
          </span>
        </Button>
      }
    >
      <p className="mt-1 text-12 text-pretty text-ink-2">{w.onlyThese}</p>
      <ul className="mt-2 -mx-2 max-h-64 overflow-y-auto">
        {seats.map((seat) => (
          <li key={seat.id}>
            <label className="flex min-h-8 items-center gap-2.5 rounded-control px-2 hover:bg-hover">
              <input
                type="checkbox"
                checked={asked.has(seat.id)}
                disabled={asked.has(seat.id) && asked.size <= least}
                onChange={() => toggle(seat.id)}
                className="size-4 accent-accent"
              />
              <Mark number={seat.number} label={seat.label} decorative off={!asked.has(seat.id)} />
              <span className="min-w-0 truncate">{seat.label}</span>
            </label>
          </li>
        ))}
      </ul>
      {asked.size <= least && <p className="mt-1 text-12 text-ink-3">{blind ? w.leastTwo : w.leastOne}</p>}
      {only !== undefined && (
        <Button small className="mt-2" onClick={() => onChoose(undefined)}>
          {w.askAll}
        </Button>
      )}
      <SaveMembers
        preset={preset}
        asked={asked}
        onSaved={(saved) => {
          setOpen(false)
          onPreset(saved)
        }}
      />
    </Popover>
  )
}

type SaveMembersProps = { readonly preset: PresetView; readonly asked: ReadonlySet<string>; readonly onSaved: (preset: PresetView) => void }

function SaveMembers({ preset, asked, onSaved }: SaveMembersProps) {
  const { client, attempt, toasts } = useSession()
  const [name, setName] = useState('')
  const save = async () => {
    if (name.trim() === '') return
    const { asked: members, demo: _, ...rest } = preset
    const own = { ...rest, id: PresetId.parse(crypto.randomUUID()), name: name.trim(), builtIn: false }
    const saved = await attempt(client.presets.save({ ...own, members: members.filter((member) => asked.has(member.id)) }))
    if (!saved) return
    toasts.say(w.presetSaved(saved.name))
    onSaved(saved)
  }
  return (
    <form
      className="mt-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void save()
      }}
    >
      <h3 className="mb-1.5 text-12 font-medium text-ink-2">{w.saveAsPreset}</h3>
      <div className="flex gap-2">
        <Field
          label={w.presetNameLabel}
          placeholder={w.presetNamePlaceholder}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          boxClassName="flex-1"
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {w.save}
        </Button>
      </div>
    </form>
  )
}
