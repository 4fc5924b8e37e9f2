import type { NodeState, PlanNode, RunEventBody } from '../../shared/run.ts'
import { say, type Words } from '../../shared/sentence.ts'
import { told, wordsOf } from '../../shared/sentences/told.ts'
import type { Clock } from './clock.ts'
import type { RunContext } from './context.ts'
import type { FailurePolicy } from './dag/blocked.ts'
import { buildGraph } from './dag/build.ts'
import type { Change, Revision } from './dag/change.ts'
import type { Returned } from './dag/flight.ts'
import type { Graph } from './dag/graph.ts'
import { limitGate } from './dag/limit-gate.ts'
import type { DagNode, Values } from './dag/node.ts'
import { RecordedRevisions } from './dag/recorded-revisions.ts'
import type { ScheduleResult } from './dag/result.ts'
import type { RetryPolicy } from './dag/retry.ts'
import { Schedule } from './dag/schedule.ts'
import type { Control, ScheduleEvent } from './dag/schedule-options.ts'
import type { Place } from './durable-effects.ts'
import type { EffectRecord } from './journal.ts'
import { journaledRevision, recordedRevisions } from './journaled-revision.ts'
import { ResourceGate } from './resources/resource-gate.ts'
import type { Resources } from './resources/resources.ts'

const NODES_AT_A_TIME = 16

/** What the work of a node may know of and do to the graph that runs it. */
export interface WorkControl {
  /** 1, then one more with every retry. */
  readonly attempt: number
  /**
   * Changes the graph at once and journals that; a resumed run makes the same change again, whatever is faster then. An effect of the
   * node's branch. Rejects with `invalid-input` and changes nothing where the change is impossible.
   */
  readonly revise: (change: Change<WorkNode>) => Promise<Revision<WorkNode>>
}

/** A node with its work. The work has a branch of the journal of its own, named by the node's id. */
export interface WorkNode extends DagNode {
  readonly label?: string
  run(ctx: RunContext, inputs: Values, control: WorkControl): Promise<Returned<WorkNode>>
  /** Done in reverse order of the ends if the run fails or is stopped after this node. */
  undo?(ctx: RunContext): Promise<void>
}

export interface DagOptions {
  /** Values from outside, by name. */
  readonly given?: Values
  /** Nodes at a time; 16 where left out. */
  readonly limit?: number
  /** What a failed node means for those that do not need it; `finish-independent` where left out. */
  readonly policy?: FailurePolicy
  /** Places of resources that its nodes name; a lock where left out. They are of all runs. */
  readonly capacities?: Readonly<Record<string, number>>
  /** Whether a failed node is tried again; as the node itself says where left out. */
  readonly retry?: RetryPolicy<WorkNode>
}

/** A node's branch, with a place in its journal for what the kernel does there. */
export interface NodeBranch extends RunContext {
  effect<T>(name: string, work: (place: Place) => Promise<T>): Promise<T>
}

/** What a graph needs of the context that it runs in. */
export interface DagGround {
  readonly ctx: RunContext
  readonly clock: Clock
  /** Keys of the branches that lead here; stands before the ids of the nodes that are shown. */
  readonly scope: string
  /** Its place in the journal. */
  readonly path: string
  /** Committed revisions of any graph of the run. */
  readonly revisions: readonly EffectRecord[]
  /** The run was being stopped when its process died. */
  readonly isStopping: boolean
  /** `priority`: the node's own. */
  branch(key: string, signal: AbortSignal, priority: number): NodeBranch
  readonly resources: Resources
  emit(event: RunEventBody, key?: string): void
}

/** Runs a graph of work, each node the moment its inputs are there. Rejects only where the run is stopped or the graph is impossible. */
export async function runDag(ground: DagGround, nodes: readonly WorkNode[], options: DagOptions = {}): Promise<ScheduleResult> {
  const { ctx, clock } = ground
  const given = Object.keys(options.given ?? {})
  for (const [name, places] of Object.entries(options.capacities ?? {})) ground.resources.define(name, places)
  let plan = nodes
  /** Made at run time by a node that turned out to be several. */
  const children: PlanNode[] = []
  const tellPlan = (revision: number, reason: Words, key = `plan/${revision}`) => {
    const own = planNodes(ground.scope, buildGraph(plan, { given }))
    ground.emit({ type: 'plan-revised', scope: ground.scope, revision, nodes: [...own, ...children], ...told({ reason }) }, key)
  }
  let revisions = 0
  const graph = buildGraph(nodes, { given })
  tellPlan(0, say('plan.start'))
  const gate = new ResourceGate({
    resources: ground.resources,
    places: limitGate(options.limit ?? NODES_AT_A_TIME),
    onWait: (node, { resource, ahead }) => {
      const note = ahead === 0 ? say('node.waits', { resource }) : say('node.waits-behind', { resource, n: ahead })
      ground.emit({ type: 'node-changed', node: `${ground.scope}${node.id}`, state: 'ready', ...told({ note }) })
    },
  })
  const work = async (node: WorkNode, inputs: Values, signal: AbortSignal, control: Control<WorkNode>) => {
    // A further attempt has a branch of its own: the failure of the first one is journaled.
    const key = control.attempt === 1 ? node.id : `${node.id}~${control.attempt}`
    const branch = ground.branch(key, signal, node.priority)
    const revise = (change: Change<WorkNode>) => branch.effect('revise', (place) => journaledRevision(place, planned, change))
    const returned = await gate.inside(node, () => node.run(branch, inputs, { attempt: control.attempt, revise }))
    const { undo } = node
    if (undo) ctx.compensate(`node ${ground.scope}${node.id}`, { key: node.id, run: (branch) => undo(branch) })
    return returned
  }
  const recorded = new RecordedRevisions(recordedRevisions(ground.path, ground.revisions))
  // A run that was being stopped comes by everything that it finished, so that it can be undone; nothing new is begun anyway.
  const policy = ground.isStopping ? 'finish-independent' : options.policy
  const schedule: Schedule<WorkNode> = new Schedule(graph, work, {
    signal: ctx.signal,
    clock,
    ...(options.given === undefined ? {} : { given: options.given }),
    gate,
    ...(policy === undefined ? {} : { policy }),
    ...(options.retry === undefined ? {} : { retry: options.retry }),
    isHeld: (id) => recorded.holds(id),
    onSettled: (running) => {
      // Not from within the schedule's own step.
      if (recorded.giveUp(running)) queueMicrotask(() => schedule.release())
    },
    onRevision: (revision) => {
      plan = revised(plan, revision)
      revisions = revision.number
      tellPlan(revisions, revision.change.reason)
    },
    onEvent: (event) => {
      if (event.type === 'expanded') {
        const dependsOn = [`${ground.scope}${event.id}`]
        children.push(...event.children.map((id) => ({ id: `${ground.scope}${id}`, label: id, dependsOn, expectedMs: 0 })))
        tellPlan(revisions, say('plan.expanded', { node: event.id, n: event.children.length }), `plan/expanded/${event.id}`)
      }
      tellNode(ground, event)
    },
  })
  const planned = { dag: ground.path, schedule, recorded }
  const result = await schedule.start()
  ctx.signal.throwIfAborted()
  return result
}

function revised(nodes: readonly WorkNode[], { change }: Revision<WorkNode>): readonly WorkNode[] {
  const dropped = new Set(change.drop)
  return [...nodes.filter((node) => !dropped.has(node.id)), ...(change.add ?? [])]
}

function planNodes(scope: string, { nodes, before }: Graph<WorkNode>): PlanNode[] {
  return nodes.map(({ id, label = id, expectedMs }, index) => {
    const dependsOn = (before[index] ?? []).flatMap((place) => (nodes[place] ? [`${scope}${nodes[place].id}`] : []))
    return { id: `${scope}${id}`, label, dependsOn, expectedMs }
  })
}

function tellNode(ground: DagGround, event: ScheduleEvent): void {
  const change = changeOf(event)
  if (!change) return
  const { node, state, note, key = state } = change
  ground.emit({ type: 'node-changed', node: `${ground.scope}${node}`, state, ...told({ note }) }, `node/${node}/${key}`)
}

function changeOf(event: ScheduleEvent): { node: string; state: NodeState; note: Words; key?: string } | null {
  switch (event.type) {
    case 'queued':
      return { node: event.id, state: 'ready', note: '' }
    case 'started': {
      const note = event.attempt === 1 ? '' : say('node.attempt', { n: event.attempt })
      return { node: event.id, state: 'running', note, key: `running/${event.attempt}` }
    }
    case 'ended': {
      const { id, end } = event.result
      const note = end.state === 'failed' || end.state === 'cancelled' ? wordsOf(end.error) : end.state === 'skipped' ? end.reason : ''
      return { node: id, state: end.state, note }
    }
    default:
      return null
  }
}
