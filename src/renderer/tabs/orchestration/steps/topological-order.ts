import type { Step } from './step.ts'

/** Steps such that each comes after those that it depends on; what a step depends on and is not there is passed over. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const known = new Map(steps.map((step) => [step.id, step]))
  const left = new Map(steps.map((step) => [step.id, step.dependsOn.filter((id) => known.has(id)).length]))
  const after = new Map<string, Step[]>()
  for (const step of steps) {
    for (const id of step.dependsOn) {
      const followers = after.get(id)
      if (followers) followers.push(step)
      else after.set(id, [step])
    }
  }
  const order = steps.filter((step) => left.get(step.id) === 0)
  for (let index = 0; index < order.length; index++) {
    for (const next of after.get(order[index]?.id ?? '') ?? []) {
      const count = (left.get(next.id) ?? 0) - 1
      left.set(next.id, count)
      if (count === 0) order.push(next)
    }
  }
  return order
}
