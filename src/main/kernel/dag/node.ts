/** Named values: what nodes consume and produce. */
export type Values = Readonly<Record<string, unknown>>

/** A share of something that is scarce: a vendor's account, a lock, a device. The gate reads it, the scheduler does not. */
export interface ResourceNeed {
  readonly name: string
  readonly amount: number
}

export interface Retry {
  /** In all, the first one included. */
  readonly attempts: number
  /** Before the second attempt, in ms; doubled before each further one. */
  readonly delayMs: number
}

/**
 * One piece of work in a graph. It says what it needs and what it gives; the work itself is a function of the caller, who may extend
 * this type by whatever that function needs. The id is the node's place in the journal, so it stays the same from run to run.
 */
export interface DagNode {
  readonly id: string
  /** Names of values that other nodes, or the run itself, provide. Whoever produces one of them comes before this node. */
  readonly inputs: readonly string[]
  /** Those of the inputs that this node can do without. */
  readonly optional?: readonly string[]
  readonly outputs: readonly string[]
  /** Nodes that have to end well, or be skipped by their own condition, before this one starts, though it takes nothing from them. */
  readonly dependsOn: readonly string[]
  /** Higher starts first among the nodes that are ready. */
  readonly priority: number
  readonly resources: readonly ResourceNeed[]
  /** False skips the node. Asked once, when its inputs are there; has to be pure. */
  readonly condition?: (inputs: Values) => boolean
  /** The most that one attempt may take, waiting for a place apart. */
  readonly timeoutMs?: number
  readonly retry?: Retry
  /** An estimate; the critical path and the remaining time come from it. */
  readonly expectedMs: number
  /** The input that holds a list: the node becomes one child `id[0]`, `id[1]`, … an item, and each output the list of theirs, in order. */
  readonly over?: string
  /** The name under which a saga knows how to undo this node. */
  readonly compensate?: string
}

/** What a node has unless it says otherwise: `{ ...NODE_DEFAULTS, id: 'ask', outputs: ['answer'] }`. */
export const NODE_DEFAULTS = {
  inputs: [],
  outputs: [],
  dependsOn: [],
  priority: 0,
  resources: [],
  expectedMs: 1_000,
} as const satisfies Omit<DagNode, 'id'>
