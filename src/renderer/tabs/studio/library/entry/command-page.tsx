import { PanelRight, Play, SquarePen } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { LibraryDetail } from '../../../../../shared/library.ts'
import type { Pipeline, PipelineCheck } from '../../../../../shared/pipeline.ts'
import { Button } from '../../../../components/button.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { Segment } from '../../../../components/segment.tsx'
import { Select } from '../../../../components/select.tsx'
import { NARROW, useMedia } from '../../../../state/use-media.ts'
import { useSession } from '../../../../state/use-session.ts'
import { createViewer } from '../../editor/editor.ts'
import { ShownContext } from '../../editor/use-editor.ts'
import type { Side, WorkbenchView } from '../../editor/workbench.tsx'
import { StagesView } from '../../graph/stages-view.tsx'
import { SidePanel, useSide } from '../../inspector/side-panel.tsx'
import { usePipelineActions } from '../../list/use-pipeline-actions.ts'
import { RunPanel } from '../../run/run-panel.tsx'
import { entryName } from '../entry-name.ts'
import { w } from '../words.ts'
import { About } from './about.tsx'
import { ConvertButton } from './convert-button.tsx'
import { EntryBar } from './entry-bar.tsx'
import { FileText } from './file-text.tsx'
import { StepFacts } from './step-facts.tsx'
import type { Conversion } from './use-conversion.ts'

const t = w.entry

type CommandPageProps = {
  readonly detail: LibraryDetail
  readonly pipeline: Pipeline
  readonly check: PipelineCheck
  readonly conversion: Conversion
}

/** A command: its steps as a graph, its file, what it is, and its runs, live on the graph. */
export function CommandPage({ detail, pipeline, check, conversion }: CommandPageProps) {
  const { client } = useSession()
  const { adopt } = usePipelineActions()
  const narrow = useMedia(NARROW)
  const [view, setView] = useState<WorkbenchView>(detail.entry.format === 'json' ? 'graph' : 'both')
  const [side, setSide] = useSide()
  const viewer = useMemo(() => createViewer(pipeline, check), [pipeline, check])
  const { entry } = detail
  const blocked = entry.problems.some(({ level }) => level === 'error') ? t.solveFirst : undefined
  const edit = () => void adopt(pipeline)
  const page = useRef<HTMLElement>(null)
  /** Shows a side of the panel, and goes on in it. */
  const goOn = (next: 'inspect' | 'run', target: string) => {
    setSide(next)
    // What is shown is there with the next frame.
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(`[data-inspector] ${target}`)?.focus())
  }
  const show = (next: Side) => {
    const leaves = next === null && page.current?.querySelector('[data-inspector]')?.contains(document.activeElement)
    setSide(next)
    if (leaves === true) page.current?.querySelector<HTMLElement>('[data-stage][aria-pressed="true"], [data-stage]')?.focus()
  }
  const views = [
    { value: 'graph', label: narrow ? t.views.list : t.views.graph },
    { value: 'both', label: t.views.both },
    { value: 'text', label: t.views.text },
  ] as const
  return (
    <ShownContext value={viewer}>
      <section ref={page} aria-label={entryName(entry)} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <EntryBar detail={detail} more={narrow ? [{ id: 'edit', label: t.edit, onSelect: edit }] : []}>
          {narrow ? (
            <Select label={t.view} value={view} options={views} onChange={setView} />
          ) : (
            <Segment label={t.view} value={view} options={views} onChange={setView} />
          )}
          {entry.format === 'markdown' && <ConvertButton {...conversion} />}
          {!narrow && (
            <Button onClick={edit}>
              <SquarePen size={14} aria-hidden />
              {t.edit}
            </Button>
          )}
          <Button look="main" disabled={blocked !== undefined} title={blocked} onClick={() => goOn('run', 'form :is(textarea, input)')}>
            <Play size={14} aria-hidden />
            {t.run}
          </Button>
          <IconButton label={t.about} aria-pressed={side !== null} onClick={() => setSide(side === null ? 'inspect' : null)}>
            <PanelRight size={16} aria-hidden />
          </IconButton>
        </EntryBar>
        <div className="relative flex min-h-0 min-w-0 flex-1">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {view !== 'text' && (
              <div className={classNames('flex min-h-0 min-w-0', view === 'both' ? 'basis-[58%]' : 'flex-1')}>
                <StagesView onEdit={() => goOn('inspect', 'section[tabindex]')} />
              </div>
            )}
            {view !== 'graph' && <FileText detail={detail} />}
          </div>
          {side !== null && (
            <SidePanel
              side={side}
              onSide={show}
              whole={t.about}
              inspector={(stage) =>
                stage ? <StepFacts stage={stage} check={check} stages={pipeline.stages} /> : <About detail={detail} />
              }
              run={
                <RunPanel
                  hint={entry.hint}
                  {...(blocked === undefined ? {} : { blocked })}
                  start={({ input, allowNoPrice }) => client.library.run({ name: entry.name, input, allowNoPrice })}
                />
              }
            />
          )}
        </div>
      </section>
    </ShownContext>
  )
}
