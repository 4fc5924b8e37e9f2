import type { NodeState, RunEvent } from './run.ts'

/** The seven progress events that other tools of the field use, with a percentage of the run. */
export type TaskEvent = {
  readonly type:
    | 'TASK_STARTED'
    | 'SUBTASK_CREATED'
    | 'SUBTASK_COMPLETED'
    | 'SYNTHESIS_STARTED'
    | 'SYNTHESIS_COMPLETED'
    | 'TASK_COMPLETED'
    | 'ERROR'
  readonly at: number
  readonly percent: number
  readonly subject: string
}

/** Up to here for members and nodes; the rest is for putting their results together. */
const SHARE_OF_SUBTASKS = 90

interface Subtask {
  readonly label: string
  /** Expected ms of a node; 1 where nothing is known, and of a member. */
  readonly weight: number
  ended: boolean
}

/** Turns a run's events into task events: one reader a run, fed in order. Members and the nodes of its graphs are its subtasks, each told once. */
export function taskEventReader(): (event: RunEvent) => TaskEvent[] {
  const members = new Map<string, Subtask>()
  const nodes = new Map<string, Subtask>()
  /** By the branch whose graph it is. */
  const plans = new Map<string, ReadonlySet<string>>()
  let told = 0

  /** Where there is a plan, its nodes say how far the run is: members are asked by them. Never goes back, also where a plan grows. */
  const percent = () => {
    const all = [...(nodes.size > 0 ? nodes : members).values()]
    const sum = (some: readonly Subtask[]) => some.reduce((total, { weight }) => total + weight, 0)
    const share = all.length === 0 ? 0 : sum(all.filter(({ ended }) => ended)) / sum(all)
    told = Math.max(told, Math.round(share * SHARE_OF_SUBTASKS))
    return told
  }

  return (event) => {
    const say = (type: TaskEvent['type'], subject: string, share = percent()): TaskEvent => ({
      type,
      at: event.at,
      percent: share,
      subject,
    })
    const end = (subtask: Subtask | undefined, name: string): TaskEvent[] => {
      if (subtask?.ended) return []
      if (subtask) subtask.ended = true
      return [say('SUBTASK_COMPLETED', subtask?.label ?? name)]
    }
    switch (event.type) {
      case 'run-started':
        for (const { id, role, label } of event.speakers) if (role === 'member') members.set(id, { label, weight: 1, ended: false })
        return [say('TASK_STARTED', event.title), ...[...members.values()].map(({ label }) => say('SUBTASK_CREATED', label))]
      case 'plan-revised': {
        const before = plans.get(event.scope) ?? new Set()
        plans.set(event.scope, new Set(event.nodes.map(({ id }) => id)))
        for (const id of before) if (!plans.get(event.scope)?.has(id)) nodes.delete(id)
        const added = event.nodes.filter(({ id }) => !nodes.has(id))
        for (const { id, label, expectedMs } of added) nodes.set(id, { label, weight: expectedMs || 1, ended: false })
        return added.map(({ label }) => say('SUBTASK_CREATED', label))
      }
      case 'node-changed': {
        const node = nodes.get(event.node)
        if (!ENDS.has(event.state) || !node || node.ended) return []
        return event.state === 'failed' ? [...end(node, event.node), say('ERROR', `${node.label}: ${event.note}`)] : end(node, event.node)
      }
      case 'speaker-asked':
        return isMerge(event.speaker) && event.attempt === 1 ? [say('SYNTHESIS_STARTED', event.model)] : []
      case 'speaker-finished':
        if (isMerge(event.speaker)) return [say('SYNTHESIS_COMPLETED', event.result.model, 95)]
        return end(members.get(event.speaker), event.speaker)
      case 'run-finished':
        return [event.state === 'done' ? say('TASK_COMPLETED', event.state, 100) : say('ERROR', event.error?.message ?? event.state)]
      default:
        return []
    }
  }
}

const ENDS: ReadonlySet<NodeState> = new Set(['done', 'failed', 'skipped', 'cancelled'])

function isMerge(speaker: string): boolean {
  return speaker === 'merge'
}
