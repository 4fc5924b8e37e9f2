import type { Step } from '../steps/step.ts'
import { inOrder } from '../steps/topological-order.ts'

/** The room that the graph will take, before its code has come: nothing jumps. */
export function GraphPlace({ steps }: { readonly steps: readonly Step[] }) {
  return <div aria-hidden style={{ height: `${placeRem(steps)}rem` }} />
}

/** Steps of the fullest level, 60 px each. */
export function placeRem(steps: readonly Step[]): number {
  const levels = new Map<string, number>()
  const counts = new Map<number, number>()
  for (const step of inOrder(steps)) {
    const level = 1 + Math.max(-1, ...step.dependsOn.map((id) => levels.get(id) ?? -1))
    levels.set(step.id, level)
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return Math.min(28, Math.max(1, ...counts.values()) * 3.75 + 0.5)
}
