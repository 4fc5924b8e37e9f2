import { Copy, Trash2 } from 'lucide-react'
import type { Stage } from '../../../../shared/pipeline.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { problemAt } from '../editor/problems.ts'
import { useEditorState } from '../editor/use-editor.ts'
import { useEdits } from '../editor/use-edits.ts'
import { LastRun } from '../run/last-run.tsx'
import { STAGE_ICONS } from '../stages/stage-kind.ts'
import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'
import { StageFields } from './stage-fields.tsx'

/** The stage that is selected: what it gave last, and every field of it. */
export function StageInspector({ stage }: { readonly stage: Stage }) {
  const edits = useEdits()
  const check = useEditorState((state) => state.check)
  const stages = useEditorState(({ history }) => history.now.pipeline.stages)
  const Icon = STAGE_ICONS[stage.processor.type]
  return (
    <section aria-label={stageName(stage)}>
      <header className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b border-line px-5 py-3">
        <Icon size={16} aria-hidden className="text-ink-2" />
        <h2 className="truncate text-15 font-semibold">{stageName(stage)}</h2>
        <span className="flex">
          <IconButton small label={w.inspect.duplicate} onClick={() => edits.duplicate(stage.id)}>
            <Copy size={14} aria-hidden />
          </IconButton>
          <IconButton small label={w.inspect.remove} onClick={() => edits.remove(stage.id)}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
        <LastRun stageId={stage.id} />
      </header>
      <StageFields
        stage={stage}
        others={stages.filter(({ id }) => id !== stage.id)}
        problem={(field) => problemAt(check, stage.id, field)}
        onChange={(next, of) => edits.change(stage.id, () => next, of)}
        onRename={(id) => edits.rename(stage.id, id)}
      />
    </section>
  )
}
