import type { Step } from './step.ts'
import { inOrder } from './topological-order.ts'

/** Ids of the steps that decide how long the run takes: the chain with the longest sum of times, measured where known, else expected. Last first. */
export function criticalPath(steps: readonly Step[], now: number): ReadonlySet<string> {
  const best = new Map<string, { readonly length: number; readonly count: number; readonly before: string | null }>()
  for (const step of inOrder(steps)) {
    if (step.state === 'skipped' || step.state === 'dropped') continue
    let before: string | null = null
    for (const id of step.dependsOn) {
      const known = best.get(id)
      const leader = before === null ? undefined : best.get(before)
      if (known && (!leader || known.length > leader.length)) before = id
    }
    const until = before === null ? undefined : best.get(before)
    best.set(step.id, { length: (until?.length ?? 0) + durationOf(step, now), count: (until?.count ?? 0) + 1, before })
  }
  let last: string | null = null
  for (const [id, { length, count }] of best) {
    const leader = last === null ? undefined : best.get(last)
    if (!leader || length > leader.length || (length === leader.length && count > leader.count)) last = id
  }
  const path = new Set<string>()
  for (let id = last; id !== null; id = best.get(id)?.before ?? null) path.add(id)
  return path
}

/** Time in ms: measured, or what has passed, or what is expected. */
export function durationOf(step: Step, now: number): number {
  if (step.startedAt === null) return step.endedAt === null ? step.expectedMs : 0
  if (step.endedAt !== null) return Math.max(0, step.endedAt - step.startedAt)
  return Math.max(step.expectedMs, now - step.startedAt)
}
