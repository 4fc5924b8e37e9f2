import type { NodeView, RunView } from '../../../../shared/run.ts'
import { waitsForPerson } from '../run-status.ts'
import type { Step, StepState } from './step.ts'
import { QUESTION, stepsOfSpeakers } from './steps-of-speakers.ts'

const UNDO_STATES = { started: 'undoing', done: 'undone', handled: 'undone', failed: 'not-undone' } as const

/** Steps of a run: those of its plan where it has one, else question, members and answer. */
export function stepsOf(run: RunView): readonly Step[] {
  return run.plan === null ? stepsOfSpeakers(run) : run.plan.nodes.map((node) => stepOfNode(node, run))
}

/** The steps in which something is done: a question that was asked is none. */
export function workOf(run: RunView): readonly Step[] {
  return run.plan === null ? stepsOf(run).filter((step) => step.id !== QUESTION) : stepsOf(run)
}

/** Whether nothing more comes of a step. */
export function isOver(state: StepState): boolean {
  return state !== 'waiting' && state !== 'ready' && state !== 'running' && state !== 'you'
}

/** Whether an effect or a wait was made by a node: its branch has the node's name, and its attempt from the second on. */
export function isWithin(path: string, node: string): boolean {
  return path.startsWith(`${node}/`) || path.startsWith(`${node}~`)
}

function stepOfNode(node: NodeView, run: RunView): Step {
  const speaker = run.speakers.find(({ id }) => id === node.id || node.id.startsWith(`${id}[`))
  const waits = node.state === 'running' && run.waits.some((wait) => waitsForPerson(wait) && isWithin(wait.path, node.id))
  return {
    id: node.id,
    label: node.label,
    note: node.note === '' ? (speaker?.label ?? '') : node.note,
    state: waits ? 'you' : (undoOf(node, run) ?? node.state),
    dependsOn: node.dependsOn,
    number: speaker?.role === 'member' ? speaker.number : null,
    speaker: speaker?.id ?? null,
    expectedMs: node.expectedMs,
    startedAt: node.startedAt,
    endedAt: node.endedAt,
  }
}

/** How far a step is taken back; undefined where nothing of it is. Stages name their undo as their node, nodes of other graphs say that they are one. */
function undoOf({ id }: NodeView, { compensations }: RunView): StepState | undefined {
  const found = compensations.find(({ name }) => name === id || name === `node ${id}`)
  return found && UNDO_STATES[found.state]
}
