import { type Edge, type EdgeProps, getSmoothStepPath } from '@xyflow/react'

export type StepFlowEdge = Edge<{ readonly critical: boolean; readonly open: boolean }, 'step'>

/** A dependency: dark on the critical path, dashed until the later step has begun. */
export function StepEdge({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data }: EdgeProps<StepFlowEdge>) {
  const [path] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 6 })
  return <path d={path} className="run-edge" data-critical={data?.critical || undefined} data-open={data?.open || undefined} />
}
