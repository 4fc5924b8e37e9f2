import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { parentOf } from '../steps/parent-of.ts'
import type { Step, StepState } from '../steps/step.ts'
import { isOver, workOf } from '../steps/steps-of.ts'

/** An entry of the to-do list, with those nested below it. `step` is null for a heading that is no step itself. */
export type TodoItem = {
  readonly id: string
  readonly label: string
  readonly state: StepState
  readonly step: Step | null
  readonly items: readonly TodoItem[]
}

/** What is done and what is left, in the order of the plan: members are nested below “Ask the members”, a fan-out below its node. */
export function todoItems(run: RunView): readonly TodoItem[] {
  const work = workOf(run)
  if (run.plan === null) {
    const asked = work.filter((step) => step.number !== null)
    const rest = work.filter((step) => step.number === null)
    return [
      ...(asked.length === 0 ? [] : [groupOf('ask', m.runs.askMembers, asked)]),
      ...rest.map((step) =>
        single(step, step.speaker === null ? m.runs.decideStep[run.strategy ?? 'computed'] : m.runs.mergeOf(step.note)),
      ),
    ]
  }
  const ids = new Set(work.map((step) => step.id))
  const children = Map.groupBy(work, (step) => parentOf(step.id, ids))
  const itemOf = (step: Step): TodoItem => ({ ...single(step, step.label), items: (children.get(step.id) ?? []).map(itemOf) })
  return (children.get(null) ?? []).map(itemOf)
}

function single(step: Step, label: string): TodoItem {
  return { id: step.id, label, state: step.state, step, items: [] }
}

function groupOf(id: string, label: string, steps: readonly Step[]): TodoItem {
  return { id, label, state: stateOf(steps), step: null, items: steps.map((step) => single(step, step.label)) }
}

function stateOf(steps: readonly Step[]): StepState {
  if (steps.some((step) => step.state === 'you')) return 'you'
  if (steps.some((step) => step.state === 'running')) return 'running'
  if (steps.some((step) => step.state === 'ready')) return 'ready'
  if (steps.every((step) => isOver(step.state))) {
    if (steps.some((step) => step.state === 'done')) return 'done'
    return steps.some((step) => step.state === 'failed') ? 'failed' : 'cancelled'
  }
  return 'waiting'
}
