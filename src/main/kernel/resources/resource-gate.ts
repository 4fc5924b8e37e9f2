import type { Gate, Release } from '../dag/gate.ts'
import type { DagNode } from '../dag/node.ts'
import type { Rank } from '../dag/rank.ts'
import type { Grant } from './grant.ts'
import type { Resources, Wait } from './resources.ts'

interface ResourceGateParts {
  readonly resources: Resources
  /** Places to work in, asked for when a node has its resources: a node that waits for a lock keeps no other from working. */
  readonly places?: Gate
  readonly onWait?: (node: DagNode, wait: Wait) => void
}

const NOTHING: Release = () => {}

/**
 * Lets a node of one schedule start when it has everything in its `resources`. Its work is to be done `inside`, so that what the work asks
 * for itself keeps to the global order. What surrounds the schedule counts for all its nodes, whoever adds them.
 */
export class ResourceGate implements Gate {
  readonly #parts: ResourceGateParts
  readonly #within: Grant | null
  readonly #grants = new WeakMap<DagNode, Grant>()

  constructor(parts: ResourceGateParts) {
    this.#parts = parts
    this.#within = parts.resources.surrounding
  }

  acquire(node: DagNode, signal: AbortSignal, rank: Rank): Release | Promise<Release> {
    if (node.resources.length > 0) return this.#acquire(node, signal, rank)
    return this.#parts.places?.acquire(node, signal, rank) ?? NOTHING
  }

  /** Does a node's work with what it was granted around it. */
  inside<T>(node: DagNode, work: () => T): T {
    const grant = this.#grants.get(node)
    return grant ? this.#parts.resources.inside(grant, work) : work()
  }

  async #acquire(node: DagNode, signal: AbortSignal, rank: Rank): Promise<Release> {
    const { resources, places, onWait } = this.#parts
    const grant = await resources.acquire(node.resources, {
      signal,
      priority: node.priority,
      label: `Node “${node.id}”`,
      within: this.#within,
      ...(onWait ? { onWait: (wait) => onWait(node, wait) } : {}),
    })
    try {
      const leave = (await places?.acquire(node, signal, rank)) ?? NOTHING
      this.#grants.set(node, grant)
      return () => {
        leave()
        grant.release()
      }
    } catch (thrown) {
      grant.release()
      throw thrown
    }
  }
}
