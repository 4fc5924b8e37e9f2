import { FileInput, Plus, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PipelineSummary } from '../../../../shared/pipeline.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Field } from '../../../components/field.tsx'
import { FileButton } from '../../../components/file-button.tsx'
import { useApp } from '../../../state/use-session.ts'
import { useFileDrop } from '../../chat/composer/use-file-drop.ts'
import { HomeSwitch } from '../home-switch.tsx'
import { w } from '../words.ts'
import { PIPELINE_FILES } from './pipeline-files.ts'
import { PipelineRow } from './pipeline-row.tsx'
import { usePipelineActions } from './use-pipeline-actions.ts'

/** The user's pipelines, the templates, and ways to begin. Files may be dropped on it. */
export function PipelineList() {
  const pipelines = useApp((app) => app.pipelines)
  const { create, importFile } = usePipelineActions()
  const [query, setQuery] = useState('')
  const area = useRef<HTMLElement>(null)
  const over = useFileDrop(area, ([file]) => file && void importFile(file))
  const words = query.trim().toLowerCase()
  const found = pipelines.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(words))
  const own = found.filter(({ builtIn }) => !builtIn)
  const templates = found.filter(({ builtIn }) => builtIn)
  return (
    <section ref={area} aria-label={w.list.title} className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', over && 'bg-accent-soft')}>
      <header className="flex min-h-12 flex-none flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-narrow:px-3">
        <h1 className="sr-only">{w.list.title}</h1>
        <HomeSwitch />
        <Field
          quiet
          type="search"
          label={w.list.search}
          placeholder={w.list.search}
          before={<Search size={14} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          boxClassName="ml-auto w-56 max-narrow:ml-0"
        />
        <FileButton accept={PIPELINE_FILES} onFile={(file) => void importFile(file)}>
          <FileInput size={14} aria-hidden />
          {w.actions.importFile}
        </FileButton>
        <Button look="main" onClick={() => void create()}>
          <Plus size={14} aria-hidden />
          {w.list.create}
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-narrow:px-3">
        <div className="mx-auto grid max-w-[52rem] grid-cols-[minmax(0,1fr)]">
          {over && <p className="pt-4 text-accent">{w.list.drop}</p>}
          {words !== '' && found.length === 0 && <p className="pt-6 text-ink-2">{w.list.nothing(query.trim())}</p>}
          {words === '' && own.length === 0 && <p className="pt-6 text-pretty text-ink-2">{w.list.empty}</p>}
          <Rows title={w.list.own} pipelines={own} />
          <Rows title={w.list.templates} pipelines={templates} />
        </div>
      </div>
    </section>
  )
}

function Rows({ title, pipelines }: { readonly title: string; readonly pipelines: readonly PipelineSummary[] }) {
  if (pipelines.length === 0) return null
  return (
    <>
      <h2 className="pt-6 pb-2 font-semibold">{title}</h2>
      <ul className="rounded-sheet border border-line bg-sheet">
        {pipelines.map((pipeline) => (
          <PipelineRow key={pipeline.id} pipeline={pipeline} />
        ))}
      </ul>
    </>
  )
}
