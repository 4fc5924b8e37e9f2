import { FileInput, FileText } from 'lucide-react'
import { FileButton } from '../../../components/file-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { useApp } from '../../../state/use-session.ts'
import { PIPELINE_FILES } from '../list/pipeline-files.ts'
import { usePipelineActions } from '../list/use-pipeline-actions.ts'
import { w } from '../words.ts'

const LOOK = 'flex h-7.5 w-full justify-start! gap-2.5! px-2! font-normal!'

/** Another pipeline, from a template or a file. */
export function StartFrom() {
  const templates = useApp((app) => app.pipelines).filter(({ builtIn }) => builtIn)
  const { copy, importFile } = usePipelineActions()
  return (
    <>
      {templates.length > 0 && (
        <Menu
          label={w.list.templates}
          trigger={
            <button
              type="button"
              className="flex h-7.5 w-full cursor-default items-center gap-2.5 rounded-control px-2 text-left hover:bg-hover"
            >
              <FileText size={16} aria-hidden className="flex-none text-ink-2" />
              {w.palette.template}
            </button>
          }
          groups={[
            {
              id: 'templates',
              entries: templates.map(({ id, name }) => ({ id, label: name, onSelect: () => void copy(id, (same) => same) })),
            },
          ]}
        />
      )}
      <FileButton look="bare" accept={PIPELINE_FILES} onFile={(file) => void importFile(file)} className={LOOK}>
        <FileInput size={16} aria-hidden className="flex-none text-ink-2" />
        <span className="text-ink">{w.actions.importFile}</span>
      </FileButton>
    </>
  )
}
