import { Graph, layout } from '@dagrejs/dagre'
import { z } from 'zod'
import type { Step } from '../steps/step.ts'

/** Size of a step and the room around it, in px at a text size of 100 %. */
export const STEP_WIDTH = 124
export const STEP_HEIGHT = 48
const STEP_SIZES = { width: STEP_WIDTH, height: STEP_HEIGHT, gap: 12, rankGap: 20 }

/** `gap`: between steps above each other; `rankGap`: between columns, where lines turn. */
export type LayoutSizes = { readonly width: number; readonly height: number; readonly gap: number; readonly rankGap: number }

const Point = z.object({ x: z.number(), y: z.number() })
export type Point = z.infer<typeof Point>
const Size = z.object({ width: z.number().default(0), height: z.number().default(0) })
const Route = z.object({ points: z.array(Point).default([]) })

export type GraphLayout = {
  readonly width: number
  readonly height: number
  /** The upper left corner of each step. */
  readonly places: ReadonlyMap<string, Point>
  /** By edgeId: the corners of the line from the right of a step to the left of one that depends on it. */
  readonly lines: ReadonlyMap<string, readonly Point[]>
}

export function edgeId(from: string, to: string): string {
  return `${from} → ${to}`
}

/** Places steps from left to right such that each stands behind those that it depends on, and no line runs through a step. */
export function layoutOf(steps: readonly Pick<Step, 'id' | 'dependsOn'>[], sizes: LayoutSizes = STEP_SIZES): GraphLayout {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: sizes.gap, edgesep: sizes.gap, ranksep: sizes.rankGap })
  graph.setDefaultEdgeLabel(() => ({}))
  const ids = new Set(steps.map((step) => step.id))
  for (const { id } of steps) graph.setNode(id, { width: sizes.width, height: sizes.height })
  for (const { id, dependsOn } of steps) for (const before of dependsOn) if (ids.has(before)) graph.setEdge(before, id)
  layout(graph)
  const { width, height } = Size.parse(graph.graph())
  const centres = new Map([...ids].map((id) => [id, Point.parse(graph.node(id))]))
  const turned = isTurned(steps, centres)
  const upright = ({ x, y }: Point): Point => ({ x, y: turned ? height - y : y })
  const places = new Map<string, Point>()
  for (const [id, centre] of centres) {
    const { x, y } = upright(centre)
    places.set(id, { x: x - sizes.width / 2, y: y - sizes.height / 2 })
  }
  const columns = new Set([...centres.values()].map((centre) => Math.round(centre.x)))
  const lines = new Map<string, readonly Point[]>()
  for (const { v, w } of graph.edges()) {
    const from = places.get(v)
    const to = places.get(w)
    if (!from || !to) continue
    const { points } = Route.parse(graph.edge(v, w))
    const passed = points.slice(1, -1).filter((point) => columns.has(Math.round(point.x)))
    lines.set(edgeId(v, w), corners(from, to, passed.map(upright), sizes))
  }
  return { width, height, places, lines }
}

/** Whether the layout has put later steps above earlier ones: it minds crossings, not the order of members. */
function isTurned(steps: readonly Pick<Step, 'id'>[], centres: ReadonlyMap<string, Point>): boolean {
  const last = new Map<number, number>()
  let falls = 0
  for (const { id } of steps) {
    const centre = centres.get(id)
    if (!centre) continue
    const column = Math.round(centre.x)
    const before = last.get(column)
    if (before !== undefined) falls += Math.sign(before - centre.y)
    last.set(column, centre.y)
  }
  return falls > 0
}

/** Lines turn in the gap before a column; `passed` are the centres of the columns that a long line crosses. */
function corners(from: Point, to: Point, passed: readonly Point[], { width, height, rankGap }: LayoutSizes): readonly Point[] {
  const end = { x: to.x, y: to.y + height / 2 }
  let y = from.y + height / 2
  const line: Point[] = [{ x: from.x + width, y }]
  for (const point of [...passed.map((centre) => ({ x: centre.x - width / 2, y: centre.y })), end]) {
    if (Math.abs(point.y - y) < 1) continue
    const bend = point.x - rankGap / 2
    line.push({ x: bend, y }, { x: bend, y: point.y })
    y = point.y
  }
  return [...line, end]
}
