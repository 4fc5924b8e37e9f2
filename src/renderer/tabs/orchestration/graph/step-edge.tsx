import type { Edge, EdgeProps } from '@xyflow/react'

export type StepFlowEdge = Edge<{ readonly path: string; readonly critical: boolean; readonly open: boolean }, 'step'>

/** A dependency: dark on the critical path, dashed until the later step has begun. */
export function StepEdge({ data }: EdgeProps<StepFlowEdge>) {
  if (!data) return null
  return <path d={data.path} className="run-edge" data-critical={data.critical || undefined} data-open={data.open || undefined} />
}
