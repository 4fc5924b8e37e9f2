import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Stage } from '../../../../shared/pipeline.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segment } from '../../../components/segment.tsx'
import { NOT_WIDE, useMedia } from '../../../state/use-media.ts'
import { useEditorState } from '../editor/use-editor.ts'
import type { Side } from '../editor/workbench.tsx'
import { w } from '../words.ts'

type SidePanelProps = {
  readonly side: Exclude<Side, null>
  readonly onSide: (side: Side) => void
  /** What the whole is called, where no stage is selected. */
  readonly whole: string
  /** Of the stage that is selected, else of the whole. */
  readonly inspector: (stage: Stage | undefined) => ReactNode
  readonly run: ReactNode
}

/** Which side is shown: where the panel would lie over the graph it waits until it is asked for. */
export function useSide(): readonly [Side, (side: Side) => void] {
  const over = useMedia(NOT_WIDE)
  return useState<Side>(over ? null : 'inspect')
}

/** Beside the graph: what the stage is that is selected, else the whole; or its run. Under 1180 px it lies over the page. */
export function SidePanel({ side, onSide, whole, inspector, run }: SidePanelProps) {
  const stages = useEditorState(({ history }) => history.now.pipeline.stages)
  const selected = useEditorState((state) => state.selected)
  const over = useMedia(NOT_WIDE)
  const stage = stages.find(({ id }) => id === selected)
  return (
    <aside
      data-inspector
      aria-label={w.inspect.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && over && !event.defaultPrevented) onSide(null)
      }}
      className="flex min-h-0 w-87 flex-none flex-col border-l border-line bg-sheet max-wide:absolute max-wide:inset-y-0 max-wide:right-0 max-wide:z-20 max-wide:max-w-full max-wide:shadow-float"
    >
      <header className="flex h-11 flex-none items-center gap-2 border-b border-line px-5">
        <Segment
          label={w.inspect.panel}
          value={side}
          options={[
            { value: 'inspect', label: stage ? w.inspect.stage : whole },
            { value: 'run', label: w.inspect.run },
          ]}
          onChange={onSide}
        />
        <span className="ml-auto" />
        <IconButton small label={w.inspect.close} onClick={() => onSide(null)}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <div className="@container min-h-0 flex-1 overflow-y-auto">{side === 'run' ? run : inspector(stage)}</div>
    </aside>
  )
}
