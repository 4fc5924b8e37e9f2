import { buildGraph } from '../../../../src/main/kernel/dag/build.ts'
import type { Change } from '../../../../src/main/kernel/dag/change.ts'
import { expand } from '../../../../src/main/kernel/dag/expansion.ts'
import { type DagNode, NODE_DEFAULTS, type Values } from '../../../../src/main/kernel/dag/node.ts'
import type { ScheduleResult } from '../../../../src/main/kernel/dag/result.ts'
import { Schedule } from '../../../../src/main/kernel/dag/schedule.ts'
import type { ScheduleEvent, ScheduleOptions } from '../../../../src/main/kernel/dag/schedule-options.ts'
import { type ManualClock, manualClock, turn } from './manual-clock.ts'

/** A node that runs until the test ends it. */
interface Open {
  readonly inputs: Values
  readonly signal: AbortSignal
  readonly attempt: number
  readonly done: (outputs?: Values) => Promise<void>
  readonly fail: (error: unknown) => Promise<void>
  readonly expand: (nodes: readonly DagNode[]) => Promise<void>
}

export interface Stage {
  readonly clock: ManualClock
  readonly events: readonly ScheduleEvent[]
  /** Ids in the order of their starts, each attempt once. */
  readonly starts: readonly string[]
  /** Ids of what runs now. */
  running(): string[]
  /** The node as it runs; throws where it does not. */
  at(id: string): Open
  revise(change: Omit<Change<DagNode>, 'reason'>): void
  cancel(reason?: unknown): void
  readonly result: Promise<ScheduleResult>
}

/** A node that takes and gives; what it gives is named after it unless said otherwise. */
export const step = (id: string, more: Partial<DagNode> = {}): DagNode => ({ ...NODE_DEFAULTS, id, outputs: [id], ...more })

/** Starts these nodes; each runs until the test says how it ends. Work obeys its signal unless `deaf` names it. */
export async function openStage(
  nodes: readonly DagNode[],
  options: Partial<ScheduleOptions<DagNode>> & { readonly deaf?: readonly string[] } = {},
): Promise<Stage> {
  const clock = manualClock()
  const controller = new AbortController()
  const events: ScheduleEvent[] = []
  const starts: string[] = []
  const open = new Map<string, Open>()
  const schedule = new Schedule<DagNode>(
    buildGraph(nodes, { given: Object.keys(options.given ?? {}) }),
    (node, inputs, signal, { attempt }) => {
      starts.push(node.id)
      const work = Promise.withResolvers<Parameters<Open['expand']>[0] | Values>()
      const leave = (act: () => void) => {
        open.delete(node.id)
        act()
        return turn()
      }
      if (!options.deaf?.includes(node.id)) {
        signal.addEventListener('abort', () => leave(() => work.reject(signal.reason)))
      }
      const outputs = () => Object.fromEntries(node.outputs.map((name) => [name, `${name}!`]))
      open.set(node.id, {
        inputs,
        signal,
        attempt,
        done: (values) => leave(() => work.resolve(values ?? outputs())),
        fail: (error) => leave(() => work.reject(error)),
        expand: (children) => leave(() => work.resolve(children)),
      })
      return work.promise.then((value) => (isNodes(value) ? expand(value) : value))
    },
    { clock, signal: controller.signal, onEvent: (event) => events.push(event), ...options },
  )
  const result = schedule.start()
  await turn()
  return {
    clock,
    events,
    starts,
    running: () => [...open.keys()],
    at: (id) => {
      const node = open.get(id)
      if (node === undefined) throw new Error(`${id} does not run.`)
      return node
    },
    revise: (change) => void schedule.revise({ reason: 'the plan has changed', ...change }),
    cancel: (reason) => controller.abort(reason),
    result,
  }
}

/** How each node ended: `a: done`, in the result's order. */
export function endsOf(result: ScheduleResult): Record<string, string> {
  return Object.fromEntries([...result.nodes].map(([id, { end }]) => [id, end.state]))
}

function isNodes(value: readonly DagNode[] | Values): value is readonly DagNode[] {
  return Array.isArray(value)
}
