import { useRef, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { NARROW, useMedia } from '../../../state/use-media.ts'
import { useSession } from '../../../state/use-session.ts'
import { StagesView } from '../graph/stages-view.tsx'
import { PipelineInspector } from '../inspector/pipeline-inspector.tsx'
import { SidePanel, useSide } from '../inspector/side-panel.tsx'
import { StageInspector } from '../inspector/stage-inspector.tsx'
import { RunPanel } from '../run/run-panel.tsx'
import { StagePalette } from '../stages/stage-palette.tsx'
import { TextPane } from '../text/text-pane.tsx'
import { w } from '../words.ts'
import { EditorBar } from './editor-bar.tsx'
import { useEditorState } from './use-editor.ts'
import { usePageKeys } from './use-page-keys.ts'

export type WorkbenchView = 'graph' | 'both' | 'text'
export type Side = 'inspect' | 'run' | null

/** A pipeline open to be edited and run: what may be added, the graph over its text, and beside them what is selected. */
export function Workbench() {
  const { client } = useSession()
  const narrow = useMedia(NARROW)
  const said = useEditorState((state) => state.said)
  const [view, setView] = useState<WorkbenchView>('both')
  const [side, setSide] = useSide()
  const search = useRef<HTMLInputElement>(null)
  const page = useRef<HTMLElement>(null)
  usePageKeys(page, search)
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
              <StagesView onEdit={edit} />
            </div>
          )}
          {view !== 'graph' && <TextPane />}
        </div>
        {side !== null && (
          <SidePanel
            side={side}
            onSide={setSide}
            whole={w.inspect.pipeline}
            inspector={(stage) => (stage ? <StageInspector key={stage.id} stage={stage} /> : <PipelineInspector />)}
            run={<RunPanel start={(asked) => client.pipelines.run(asked)} />}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  )
}
