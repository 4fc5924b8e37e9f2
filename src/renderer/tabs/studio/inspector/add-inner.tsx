import { Plus } from 'lucide-react'
import { Stage } from '../../../../shared/pipeline.ts'
import { Button } from '../../../components/button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { freeId, newProcessor } from '../edit/new-stage.ts'
import { STAGE_GROUPS } from '../stages/stage-kind.ts'
import { w } from '../words.ts'

type AddInnerProps = { readonly stages: readonly Stage[]; readonly onAdd: (stage: Stage) => void }

/** A menu of the kinds of stage that a round of a loop may have; loops within loops are written as text. */
export function AddInner({ stages, onAdd }: AddInnerProps) {
  const types = STAGE_GROUPS.flatMap((group) => [...group.types]).filter((type) => type !== 'loop' && type !== 'pipeline')
  return (
    <Menu
      label={w.inspect.addBody}
      trigger={
        <Button small>
          <Plus size={14} aria-hidden />
          {w.inspect.addBody}
        </Button>
      }
      groups={[
        {
          id: 'kinds',
          entries: types.map((type) => ({
            id: type,
            label: w.kinds[type],
            onSelect: () => {
              const processor = newProcessor({ type, after: null, tool: 'calculator', pipeline: '', question: w.palette.question })
              onAdd(Stage.parse({ id: freeId(type, stages), processor }))
            },
          })),
        },
      ]}
    />
  )
}
