import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { CircleAlert, Undo2 } from 'lucide-react'
import { StepIcon } from '../../orchestration/steps/step-icon.tsx'
import type { Live } from '../run/live-stages.ts'
import { STAGE_ICONS, type StageType } from '../stages/stage-kind.ts'
import { w } from '../words.ts'

export type StageFlowNode = Node<
  {
    readonly type: StageType
    readonly name: string
    readonly note: string
    /** All of it in words. */
    readonly sentence: string
    readonly problems: number
    /** Under which it runs; null: always. */
    readonly condition: string | null
    readonly critical: boolean
    /** It can be taken back. */
    readonly undoable: boolean
    readonly connecting: boolean
    readonly tabbable: boolean
    readonly live: Live | null
  },
  'stage'
>

/** A stage: what it is, what it is called, who does it; while it runs, how far it is. */
export function StageNode({ id, data, selected }: NodeProps<StageFlowNode>) {
  const { type, name, note, sentence, problems, condition, critical, undoable, connecting, tabbable, live } = data
  const Icon = STAGE_ICONS[type]
  return (
    <>
      <Handle type="target" position={Position.Left} />
      {/* biome-ignore lint/a11y/useSemanticElements: some browsers do not let a button be dragged. */}
      <div
        role="button"
        data-stage={id}
        data-state={live?.state}
        data-bad={problems > 0 || undefined}
        data-critical={critical || undefined}
        data-from={connecting || undefined}
        aria-pressed={selected}
        tabIndex={tabbable ? 0 : -1}
        className="studio-node"
        title={name}
      >
        <Icon size={16} aria-hidden className="row-span-2 self-center text-ink-2" />
        <b aria-hidden className="truncate">
          {name}
        </b>
        {live ? (
          <StepIcon state={live.state} className="self-center" />
        ) : (
          undoable && <Undo2 size={12} aria-hidden className="self-center text-ink-3" />
        )}
        <span aria-hidden className="studio-node-words col-[2/-1] truncate text-12 text-ink-2">
          {live?.words ?? note}
        </span>
        <span className="sr-only">{sentence}</span>
        {condition !== null && (
          <span aria-hidden title={condition} className="studio-node-condition">
            {w.graph.onlyIf(condition)}
          </span>
        )}
        {problems > 0 && (
          <em aria-hidden className="studio-node-flag">
            <CircleAlert size={14} aria-hidden />
            {problems}
          </em>
        )}
      </div>
      <Handle type="source" position={Position.Right} />
    </>
  )
}
