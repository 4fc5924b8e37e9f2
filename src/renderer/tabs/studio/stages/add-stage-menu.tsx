import { Plus } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useEdits } from '../editor/use-edits.ts'
import { w } from '../words.ts'
import { STAGE_GROUPS, STAGE_ICONS } from './stage-kind.ts'

/** The palette as a menu, where there is no room for it. */
export function AddStageMenu() {
  const edits = useEdits()
  return (
    <Menu
      label={w.palette.title}
      trigger={
        <Button small>
          <Plus size={14} aria-hidden />
          {w.palette.search}
        </Button>
      }
      groups={STAGE_GROUPS.map(({ id, types }) => ({
        id,
        title: w.palette.groups[id],
        entries: types.map((type) => {
          const Icon = STAGE_ICONS[type]
          return { id: type, label: w.kinds[type], icon: <Icon size={14} aria-hidden />, onSelect: () => edits.add(type) }
        }),
      }))}
    />
  )
}
