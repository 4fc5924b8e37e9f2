import type { Join } from './expansion.ts'
import type { Flight } from './flight.ts'
import type { DagNode, Values } from './node.ts'
import type { Rank } from './rank.ts'
import type { NodeEnd, NodeResult, Skipped } from './result.ts'

/** Nodes that see each other's values: those of the graph itself, or the children of one node. */
export class Scope<N extends DagNode> {
  /** The node that waits for all of these; null for the graph itself. */
  readonly owner: Slot<N> | null
  /** Values from outside. */
  readonly outer: Values
  readonly values = new Map<string, unknown>()
  /** In the order of its graph; behind them those that were dropped. */
  slots: Slot<N>[] = []
  /** Slots that have not ended. */
  open = 0
  readonly join: Join | undefined
  /** Every output of the owner is a list, even of one. */
  readonly lists: boolean

  constructor(owner: Slot<N> | null, outer: Values, join?: Join, lists = false) {
    this.owner = owner
    this.outer = outer
    this.join = join
    this.lists = lists
  }
}

const NONE: readonly number[] = []

/** A node on its way through a schedule. */
export class Slot<N extends DagNode> implements Rank {
  node: N
  readonly scope: Scope<N>
  readonly sequence: number
  /** Unknown until it is linked; not 0, which the engine would store as an integer and convert in every slot. */
  remainingMs = Number.NaN
  /** Nodes before it that have not ended. */
  waiting = 0
  /** Places in its scope of those that wait for it. */
  after: readonly number[] = NONE
  /** Why it will be skipped once nothing before it is open; until then a revision may still help it. */
  block: Skipped | null = null
  /** Its inputs, where it does not take them from its scope. */
  inputs: Values | null = null
  children: Scope<N> | null = null
  flight: Flight<N> | null = null
  attempts = 0
  queuedAt: number | null = null
  startedAt: number | null = null
  endedAt: number | null = null
  end: NodeEnd | null = null
  /** A revision took it out before it started. */
  isDropped = false

  constructor(node: N, scope: Scope<N>, sequence: number) {
    this.node = node
    this.scope = scope
    this.sequence = sequence
  }

  get priority(): number {
    return this.node.priority
  }

  /** It has not started: a revision may still drop it or change its priority. */
  get isOpen(): boolean {
    return this.end === null && this.startedAt === null
  }

  /** The values that it needs; optional ones that nobody has provided are left out. */
  readInputs(): Values {
    if (this.inputs !== null) return this.inputs
    const { values, outer } = this.scope
    // Without a prototype the engine keeps a dictionary; with one it would build a hidden class for every set of names.
    const inputs: Record<string, unknown> = Object.create(null)
    for (const name of this.node.inputs) {
      if (values.has(name)) inputs[name] = values.get(name)
      else if (Object.hasOwn(outer, name)) inputs[name] = outer[name]
    }
    return inputs
  }

  result(end: NodeEnd): NodeResult {
    const { queuedAt, startedAt } = this
    return {
      id: this.node.id,
      parent: this.scope.owner?.node.id ?? null,
      attempts: this.attempts,
      times: { queuedAt, startedAt, endedAt: this.endedAt ?? 0 },
      end,
    }
  }
}
