import { Graph, layout } from '@dagrejs/dagre'
import { z } from 'zod'
import type { Step } from '../steps/step.ts'

/** Size of a step and the room around it, in px at a text size of 100 %. */
export const STEP_WIDTH = 132
export const STEP_HEIGHT = 48
const GAP = 12
const RANK_GAP = 28

const Point = z.object({ x: z.number(), y: z.number() })
const Size = z.object({ width: z.number().default(0), height: z.number().default(0) })

export type GraphLayout = {
  readonly width: number
  readonly height: number
  /** The upper left corner of each step. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

/** Places steps from left to right such that each stands behind those that it depends on. */
export function layoutOf(steps: readonly Pick<Step, 'id' | 'dependsOn'>[]): GraphLayout {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: RANK_GAP, marginx: 2, marginy: 2 })
  graph.setDefaultEdgeLabel(() => ({}))
  const ids = new Set(steps.map((step) => step.id))
  for (const { id } of steps) graph.setNode(id, { width: STEP_WIDTH, height: STEP_HEIGHT })
  for (const { id, dependsOn } of steps) for (const before of dependsOn) if (ids.has(before)) graph.setEdge(before, id)
  layout(graph)
  const places = new Map<string, { x: number; y: number }>()
  for (const id of ids) {
    const { x, y } = Point.parse(graph.node(id))
    places.set(id, { x: x - STEP_WIDTH / 2, y: y - STEP_HEIGHT / 2 })
  }
  return { ...Size.parse(graph.graph()), places }
}
