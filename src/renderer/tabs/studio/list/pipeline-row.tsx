import { Ellipsis } from 'lucide-react'
import type { PipelineSummary } from '../../../../shared/pipeline.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { usePipelineActions } from './use-pipeline-actions.ts'

/** A pipeline of the user's opens; a template is copied first. */
export function PipelineRow({ pipeline }: { readonly pipeline: PipelineSummary }) {
  const { openPipeline } = useStudioPlace()
  const { copy, remove } = usePipelineActions()
  const { id, name, description, stages, builtIn } = pipeline
  return (
    <li className="relative flex min-h-13 items-center gap-4 border-t border-line py-2 pr-2.5 pl-4.5 first:rounded-t-sheet first:border-t-0 last:rounded-b-sheet hover:bg-hover">
      <span className="grid min-w-0 flex-1">
        <button
          type="button"
          data-row
          aria-label={builtIn ? w.list.use(name) : w.list.open(name)}
          onClick={() => (builtIn ? void copy(id, (same) => same) : openPipeline(id))}
          className="min-w-0 cursor-default truncate text-left font-semibold after:absolute after:inset-0 after:content-['']"
        >
          {name}
        </button>
        {description !== '' && <span className="truncate text-12 text-ink-2">{description}</span>}
      </span>
      <span className="figures flex-none text-12 text-ink-3">{w.list.stages(stages)}</span>
      {!builtIn && (
        <div className="relative">
          <Menu
            label={w.list.more(name)}
            align="end"
            trigger={
              <IconButton label={w.list.more(name)}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
            groups={[
              { id: 'do', entries: [{ id: 'duplicate', label: w.actions.duplicate, onSelect: () => void copy(id) }] },
              { id: 'remove', entries: [{ id: 'remove', label: w.actions.remove, danger: true, onSelect: () => void remove(id) }] },
            ]}
          />
        </div>
      )}
    </li>
  )
}
