import { lazy, Suspense, useRef, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { NARROW, useMedia } from '../../../state/use-media.ts'
import { useNow } from '../../../state/use-now.ts'
import { useRun } from '../../../state/use-session.ts'
import { StageList } from '../graph/stage-list.tsx'
import { SidePanel } from '../inspector/side-panel.tsx'
import { liveStages } from '../run/live-stages.ts'
import { StagePalette } from '../stages/stage-palette.tsx'
import { TextPane } from '../text/text-pane.tsx'
import { useStudioPlace } from '../use-studio-place.ts'
import { EditorBar } from './editor-bar.tsx'
import { useEditorState } from './use-editor.ts'
import { usePageKeys } from './use-page-keys.ts'

const PipelineGraph = lazy(() => import('../graph/pipeline-graph.tsx'))

export type WorkbenchView = 'graph' | 'both' | 'text'
export type Side = 'inspect' | 'run' | null
const NOTHING = new Map<never, never>()

/** A pipeline open to be edited and run: what may be added, the graph over its text, and beside them what is selected. */
export function Workbench() {
  const { runId } = useStudioPlace()
  const narrow = useMedia(NARROW)
  const said = useEditorState((state) => state.said)
  const [view, setView] = useState<WorkbenchView>('both')
  const [side, setSide] = useState<Side>('inspect')
  const search = useRef<HTMLInputElement>(null)
  const page = useRef<HTMLElement>(null)
  usePageKeys(page, search)
  const run = useRun(runId, (shown) => shown)
  const now = useNow(run?.state === 'running')
  const live = run === undefined ? NOTHING : liveStages(run, now)
  const edit = () => {
    setSide('inspect')
    // The panel shows the stage that was just selected with the next frame.
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[data-inspector] section input:not([type="radio"])')?.focus())
  }
  return (
    <section ref={page} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <EditorBar view={view} side={side} onView={setView} onSide={setSide} />
      <div className="relative flex min-h-0 min-w-0 flex-1">
        {view !== 'text' && !narrow && <StagePalette search={search} />}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {view !== 'text' && (
            <div className={classNames('flex min-h-0 min-w-0', view === 'both' ? 'basis-[58%]' : 'flex-1')}>
              {narrow ? (
                <StageList live={live} hidden={false} onEdit={edit} />
              ) : (
                <>
                  <Suspense fallback={<div className="flex-1" />}>
                    <PipelineGraph live={live} onEdit={edit} />
                  </Suspense>
                  <StageList live={live} hidden onEdit={edit} />
                </>
              )}
            </div>
          )}
          {view !== 'graph' && <TextPane />}
        </div>
        {side !== null && <SidePanel side={side} onSide={setSide} />}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  )
}
