import type { Point } from './layout.ts'

const RADIUS = 6

/** An SVG path through corners, each rounded by at most `radius` px. */
export function roundedLine(points: readonly Point[], radius = RADIUS): string {
  const [first] = points
  if (!first) return ''
  const parts = [`M${first.x} ${first.y}`]
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before) continue
    if (!after) {
      parts.push(`L${point.x} ${point.y}`)
      continue
    }
    const from = towards(point, before, radius)
    const to = towards(point, after, radius)
    parts.push(`L${from.x} ${from.y}`, `Q${point.x} ${point.y} ${to.x} ${to.y}`)
  }
  return parts.join('')
}

/** The point `distance` from `start` on the way to `end`, at most half of it. */
function towards(start: Point, end: Point, distance: number): Point {
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length
  return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }
}
