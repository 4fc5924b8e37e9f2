import { ChevronDown } from 'lucide-react'
import type { PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Seats } from '../../../components/mark.tsx'
import { Marks } from '../../../components/marks.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useApp } from '../../../state/use-session.ts'
import { useModelLabel } from '../use-labels.ts'
import { presetName } from './preset-name.ts'

type PresetPickerProps = { readonly preset: PresetView | undefined; readonly onChoose: (preset: PresetView) => void }

/** Which members are asked, and how they come to an answer. */
export function PresetPicker({ preset, onChoose }: PresetPickerProps) {
  const presets = useApp((app) => app.presets)
  const label = useModelLabel()
  const seatsOf = (of: PresetView) => of.asked.map(({ model }, index) => ({ number: index + 1, model, label: label(model) }))
  return (
    <Menu
      label={m.chat.presets}
      side="top"
      trigger={
        <Button aria-label={m.chat.presetNamed(preset ? presetName(preset) : '')} className="min-w-0">
          <span className="truncate">{preset ? presetName(preset) : ''}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'presets',
          title: m.chat.presets,
          entries: presets.map((entry) => ({
            id: entry.id,
            chosen: entry.id === preset?.id,
            onSelect: () => onChoose(entry),
            hint: m.chat.strategies[entry.settings.strategy],
            label: (
              <span className="flex min-w-0 items-center gap-2">
                <span className="truncate">{entry.name}</span>
                {entry.settings.strategy !== 'auto' && (
                  <Seats value={seatsOf(entry)}>
                    <Marks members={seatsOf(entry)} />
                  </Seats>
                )}
                {entry.demo && <Tag>{m.chat.demoTag}</Tag>}
              </span>
            ),
          })),
        },
      ]}
    />
  )
}
