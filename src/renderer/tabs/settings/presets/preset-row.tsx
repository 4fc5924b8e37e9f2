import { Ellipsis } from 'lucide-react'
import type { PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Seats } from '../../../components/mark.tsx'
import { Marks } from '../../../components/marks.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useModelLabel } from '../use-model-label.ts'
import { usePlace } from '../use-place.ts'
import { w } from '../words.ts'
import { presetOf } from './preset-changes.ts'
import { strategyWord } from './strategy-word.ts'
import { usePresetActions } from './use-preset-actions.ts'

const t = m.settings.presets

type PresetRowProps = { readonly preset: PresetView; readonly isDefault: boolean; readonly first: boolean; readonly last: boolean }

/** Name, strategy, who would be asked now. */
export function PresetRow({ preset, isDefault, first, last }: PresetRowProps) {
  const { go } = usePlace()
  const actions = usePresetActions()
  const label = useModelLabel()
  const { asked, members, name } = preset
  const seats = asked.map(({ model }, index) => ({ number: index + 1, model, label: t.memberNumber(index + 1, label(model)) }))
  return (
    <li className="relative grid min-h-13 grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)_1.75rem] items-center gap-x-4 gap-y-0.5 border-t border-line py-2 pr-2.5 pl-4.5 first:rounded-t-sheet first:border-t-0 last:rounded-b-sheet hover:bg-hover @max-[40rem]:grid-cols-[minmax(0,1fr)_1.75rem] @max-[40rem]:pl-3">
      <span className="flex min-w-0 items-center gap-2">
        <button
          type="button"
          aria-label={t.open(name)}
          onClick={() => go('presets', preset.id)}
          className="min-w-0 cursor-default truncate text-left font-semibold after:absolute after:inset-0 after:content-['']"
        >
          {name}
        </button>
        {isDefault && <Tag tone="accent">{t.isDefault}</Tag>}
      </span>
      <span className="text-ink-2 @max-[40rem]:col-start-1">{strategyWord(preset.settings)}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 @max-[40rem]:col-start-1">
        <Seats value={seats}>
          <Marks members={seats} />
        </Seats>
        {members.length === 0 && (
          <span className="truncate text-12 text-ink-3">{asked.length === 0 ? t.nobody : preset.demo ? m.common.demo : t.automatic}</span>
        )}
      </span>
      <div className="relative @max-[40rem]:col-start-2 @max-[40rem]:row-start-1">
        <Menu
          label={t.more(name)}
          align="end"
          trigger={
            <IconButton label={t.more(name)}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
          groups={[
            {
              id: 'do',
              entries: [
                { id: 'open', label: preset.builtIn ? t.show : t.edit, onSelect: () => go('presets', preset.id) },
                { id: 'duplicate', label: t.duplicate, onSelect: () => void actions.duplicate(presetOf(preset)) },
                { id: 'export', label: w.presets.exportFile, onSelect: () => actions.exportFile(presetOf(preset)) },
                { id: 'default', label: t.makeDefault, disabled: isDefault, onSelect: () => actions.makeDefault(preset.id) },
              ],
            },
            {
              id: 'place',
              entries: [
                { id: 'up', label: w.presets.moveUp, disabled: first, onSelect: () => actions.move(preset.id, -1) },
                { id: 'down', label: w.presets.moveDown, disabled: last, onSelect: () => actions.move(preset.id, 1) },
              ],
            },
            ...(preset.builtIn
              ? []
              : [
                  {
                    id: 'remove',
                    entries: [
                      {
                        id: 'remove',
                        label: t.remove,
                        danger: !isDefault,
                        disabled: isDefault,
                        ...(isDefault ? { hint: t.isDefault } : {}),
                        onSelect: () => void actions.remove(presetOf(preset)),
                      },
                    ],
                  },
                ]),
          ]}
        />
      </div>
    </li>
  )
}
