import { durationOf } from './critical-path.ts'
import type { Step } from './step.ts'
import { isOver } from './steps-of.ts'
import { inOrder } from './topological-order.ts'

/** `share`: 0 to 1 of the expected work. `leftMs`: null where nothing is known of the time. */
export type Progress = { readonly share: number; readonly leftMs: number | null }

/** How far a run is: by expected time where every step has one, else by the number of steps. */
export function progressOf(steps: readonly Step[], now: number): Progress {
  const counted = steps.filter((step) => step.state !== 'dropped')
  if (counted.length === 0) return { share: 0, leftMs: null }
  const open = counted.filter((step) => !isOver(step.state))
  if (open.length === 0) return { share: 1, leftMs: 0 }
  if (counted.some((step) => step.expectedMs <= 0 && !isOver(step.state))) {
    return { share: (counted.length - open.length) / counted.length, leftMs: null }
  }
  const weight = (step: Step) => (isOver(step.state) ? step.expectedMs || durationOf(step, now) : step.expectedMs)
  const all = counted.reduce((sum, step) => sum + weight(step), 0)
  const left = open.reduce((sum, step) => sum + remaining(step, now), 0)
  return { share: all === 0 ? 0 : Math.min(0.99, Math.max(0, 1 - left / all)), leftMs: longestLeft(open, now) }
}

/** What is left of the expected time; a step that takes longer than expected counts with a twentieth of it. */
function remaining(step: Step, now: number): number {
  const passed = step.startedAt === null ? 0 : now - step.startedAt
  return Math.max(step.expectedMs - passed, step.expectedMs * 0.05)
}

/** Steps without a dependency between them go on at the same time, so the longest chain decides. */
function longestLeft(open: readonly Step[], now: number): number {
  const until = new Map<string, number>()
  for (const step of inOrder(open)) {
    const before = Math.max(0, ...step.dependsOn.map((id) => until.get(id) ?? 0))
    until.set(step.id, before + remaining(step, now))
  }
  return Math.max(0, ...until.values())
}
