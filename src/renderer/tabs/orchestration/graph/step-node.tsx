import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { useHue } from '../../../components/mark.tsx'
import type { Step } from '../steps/step.ts'
import { StepIcon } from '../steps/step-icon.tsx'

export type StepFlowNode = Node<
  {
    readonly step: Step
    readonly words: string
    readonly name: string
    readonly tabbable: boolean
    readonly onOpen: (step: Step) => void
  },
  'step'
>

/** A step of the graph: name, model or time, state. */
export function StepNode({ data: { step, words, name, tabbable, onOpen } }: NodeProps<StepFlowNode>) {
  const hue = useHue()
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <button
        type="button"
        data-step={step.id}
        data-state={step.state}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onOpen(step)}
        className={classNames('run-node', step.number === null ? '' : hue(step.number))}
      >
        <span className="truncate font-semibold" title={name}>
          {step.label}
        </span>
        <StepIcon state={step.state} className="self-center" />
        <span className="run-node-words col-span-2 truncate text-12 text-ink-2">{words}</span>
        {words !== m.runs.step[step.state] && <span className="sr-only">{m.runs.step[step.state]}</span>}
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
}
