import { TuttiError } from '../../../shared/errors.ts'
import { say } from '../../../shared/sentence.ts'
import { failure, wordsOf } from '../../../shared/sentences/told.ts'
import type { Clock } from '../clock.ts'
import { blockedBy, type FailurePolicy, graver } from './blocked.ts'
import { buildGraph } from './build.ts'
import { type Change, changeGraph, type Revision } from './change.ts'
import { collectResults } from './collect-results.ts'
import { Expansion } from './expansion.ts'
import type { Flight, Returned } from './flight.ts'
import type { Graph } from './graph.ts'
import { childId, endWith, joinChildren } from './join.ts'
import { linkSlots } from './link-slots.ts'
import type { DagNode, Values } from './node.ts'
import type { NodeEnd, ScheduleResult, Skipped } from './result.ts'
import { retryAsNodeSays } from './retry.ts'
import type { Run, ScheduleOptions } from './schedule-options.ts'
import { Skip } from './skip.ts'
import { Scope, Slot } from './slot.ts'
import { type StartHost, StartQueue } from './start-queue.ts'

/**
 * Runs every node of a graph once, each the moment its own inputs are there. Never rejects for a failing node or for a cancelled
 * signal: the result says what came of each node.
 */
export function schedule<N extends DagNode>(graph: Graph<N>, run: Run<N>, options: ScheduleOptions<N>): Promise<ScheduleResult> {
  return new Schedule(graph, run, options).start()
}

/** The same, for callers that change the graph while it runs. */
export class Schedule<N extends DagNode> implements StartHost<N> {
  readonly clock: Clock
  readonly graceMs: number
  readonly #run: Run<N>
  readonly #options: ScheduleOptions<N>
  readonly #policy: FailurePolicy
  readonly #top: Scope<N>
  readonly #queue: StartQueue<N>
  /** By full id, dropped ones left out. */
  readonly #slots = new Map<string, Slot<N>>()
  /** Ends all waits between attempts. */
  readonly #pauses = new AbortController()
  readonly #finished = Promise.withResolvers<ScheduleResult>()
  readonly #revise = (change: Change<N>) => this.revise(change)
  #graph: Graph<N>
  #sequence = 0
  #added = 0
  #revisions = 0
  /** Slots that wait for a further attempt. */
  #pausing = 0
  #isSettling = false
  #failure: TuttiError | null = null
  #halted: { readonly error: TuttiError; readonly state: 'failed' | 'cancelled' } | null = null

  constructor(graph: Graph<N>, run: Run<N>, options: ScheduleOptions<N>) {
    this.clock = options.clock
    this.graceMs = options.graceMs ?? 5_000
    this.#graph = graph
    this.#run = run
    this.#options = options
    this.#policy = options.policy ?? 'finish-independent'
    this.#top = new Scope<N>(null, options.given ?? {})
    this.#queue = new StartQueue<N>(this, options.limit ?? (options.gate ? Number.POSITIVE_INFINITY : 16), options.gate)
  }

  start(): Promise<ScheduleResult> {
    const { signal } = this.#options
    const cancel = () => this.act(() => this.#halt(cancelled(signal.reason), 'cancelled'))
    signal.addEventListener('abort', cancel, { once: true })
    this.act(() => {
      this.#fill(this.#top, this.#graph, this.#graph.nodes, 0)
      if (signal.aborted) this.#halt(cancelled(signal.reason), 'cancelled')
      else this.#admitRoots(this.#top)
    })
    return this.#finished.promise.finally(() => signal.removeEventListener('abort', cancel))
  }

  /** Changes the graph at once, or throws an `invalid-input` with everything that is wrong with the change and changes nothing. */
  revise(change: Change<N>): Revision<N> {
    if (this.#halted !== null || this.#top.open === 0) {
      throw failure('invalid-input', say('graph.revision-refused', { problems: say('graph.ended') }))
    }
    if (this.#isSettling) throw new TuttiError('internal', 'A revision was made from within an event of the same schedule.')
    const graph = changeGraph(this.#graph, change, (id) => this.#slots.get(id)?.isOpen ?? false)
    const added = this.#count(change.add?.length ?? 0)
    const revision = { number: this.#revisions + 1, at: this.clock.now(), change }
    this.#options.onRevision?.(revision)
    this.#revisions = revision.number
    this.#added = added
    this.act(() => this.#apply(graph, change))
    return revision
  }

  /** Ids of the graph's nodes that have not started. */
  get open(): string[] {
    return this.#top.slots.flatMap(({ isOpen, isDropped, node }) => (isOpen && !isDropped ? [node.id] : []))
  }

  /** Looks again at what was held. */
  release(): void {
    this.act(() => this.#admitRoots(this.#top))
  }

  launch(flight: Flight<N>): void {
    const { slot } = flight
    const at = this.clock.now()
    slot.attempts += 1
    slot.startedAt ??= at
    const attempt = slot.attempts
    this.#options.onEvent?.({ type: 'started', id: slot.node.id, at, attempt })
    flight.start(() => this.#run(slot.node, slot.readInputs(), flight.signal, { attempt, revise: this.#revise }))
  }

  returned(flight: Flight<N>, value: Returned<N>): void {
    this.act(() => {
      const slot = this.#queue.land(flight)
      if (value instanceof Skip) this.#settle(slot, { state: 'skipped', reason: value.reason, failure: false })
      else if (!(value instanceof Expansion)) this.#settle(slot, endWith(slot.node, value))
      else if (this.#halted) this.#settle(slot, { state: 'cancelled', error: this.#halted.error })
      else {
        const end = this.#expand(slot, value, slot.readInputs())
        if (end !== null) this.#settle(slot, end)
      }
    })
  }

  threw(flight: Flight<N>, error: TuttiError): void {
    this.act(() => {
      const slot = this.#queue.land(flight)
      if (this.#halted) return this.#settle(slot, { state: 'cancelled', error: this.#halted.error })
      const delayMs = flight.isStarted ? (this.#options.retry ?? retryAsNodeSays)(slot.node, error, slot.attempts) : null
      if (delayMs === null) return this.#settle(slot, { state: 'failed', error })
      this.#options.onEvent?.({ type: 'retrying', id: slot.node.id, at: this.clock.now(), delayMs, error })
      if (delayMs <= 0) return this.#queue.push(slot)
      this.#pausing += 1
      const again = () =>
        this.act(() => {
          this.#pausing -= 1
          this.#queue.push(slot)
        })
      this.clock.sleep(delayMs, this.#pauses.signal).then(again, () => undefined)
    })
  }

  act(work: () => void): void {
    try {
      work()
      this.#queue.pump()
      if (this.#top.open === 0) this.#finished.resolve(this.#result())
      else if (this.#pausing === 0) this.#options.onSettled?.(this.#queue.size)
    } catch (thrown) {
      const error = TuttiError.from(thrown)
      this.#halted ??= { error, state: 'failed' }
      this.#finished.reject(error)
      this.#pauses.abort(error)
      this.#queue.stop(error)
    }
  }

  /** Gives a scope its slots; those that exist are kept. `nodes` are the graph's, under their full ids. */
  #fill(scope: Scope<N>, graph: Graph<N>, nodes: readonly N[], tailMs: number): Set<Slot<N>> {
    const slots = nodes.map((node) => this.#slots.get(node.id) ?? this.#open(node, scope))
    const dropped = scope.slots.filter((slot) => slot.isDropped && !this.#slots.has(slot.node.id))
    scope.slots = [...slots, ...dropped]
    return linkSlots(graph, slots, nodes, tailMs)
  }

  #open(node: N, scope: Scope<N>): Slot<N> {
    const slot = new Slot(node, scope, this.#sequence)
    this.#sequence += 1
    this.#slots.set(node.id, slot)
    scope.open += 1
    return slot
  }

  #apply(graph: Graph<N>, change: Change<N>): void {
    const reason = failure('not-needed', say('node.dropped', { why: change.reason }))
    for (const id of change.drop ?? []) {
      const slot = this.#slots.get(id)
      if (slot === undefined) continue
      slot.isDropped = true
      this.#queue.withdraw(slot, reason)
      this.#slots.delete(id)
      this.#record(slot, { state: 'cancelled', error: reason })
    }
    this.#graph = graph
    const moved = this.#fill(this.#top, graph, graph.nodes, 0)
    this.#queue.reorder(moved, (slot) => slot.end === null && slot.waiting === 0)
    for (const [place, slot] of this.#top.slots.entries()) {
      if (!slot.isOpen) continue
      if (slot.waiting > 0) slot.queuedAt = null
      slot.block = this.#blockOf(slot, graph.before[place] ?? [])
      if (slot.waiting === 0) this.#admit(slot)
    }
  }

  /** Why a slot of the graph cannot run, because of what has ended before it. */
  #blockOf(slot: Slot<N>, before: readonly number[]): Skipped | null {
    let block: Skipped | null = null
    for (const place of before) {
      const from = this.#top.slots[place]
      if (from?.end) block = graver(block, blockedBy(from.node, from.end, slot.node, this.#policy))
    }
    return block
  }

  /** Those that wait for nobody; a root that is skipped lets others through by itself. */
  #admitRoots({ slots }: Scope<N>): void {
    for (const slot of slots.filter(({ waiting }) => waiting === 0)) this.#admit(slot)
  }

  /** Queues a slot behind which nothing is open, unless it lacks something, its condition says no or it turns into children. */
  #admit(slot: Slot<N>): void {
    if (slot.end !== null || slot.queuedAt !== null) return
    const end = this.#prepare(slot)
    if (end !== null) this.#settle(slot, end)
  }

  #prepare(slot: Slot<N>): NodeEnd | null {
    if (slot.scope === this.#top && this.#options.isHeld?.(slot.node.id)) return null
    if (slot.block !== null) return slot.block
    const { node } = slot
    const inputs = node.condition || node.over !== undefined ? slot.readInputs() : null
    try {
      if (inputs !== null && node.condition?.(inputs) === false) {
        return { state: 'skipped', reason: say('node.condition'), failure: false }
      }
    } catch (thrown) {
      return { state: 'failed', error: TuttiError.from(thrown) }
    }
    slot.queuedAt = this.clock.now()
    this.#options.onEvent?.({ type: 'queued', id: node.id, at: slot.queuedAt })
    if (inputs === null || node.over === undefined) this.#queue.push(slot)
    else return this.#fanOut(slot, inputs, node.over)
    return null
  }

  /** One child an item of the list. */
  #fanOut(owner: Slot<N>, inputs: Values, over: string): NodeEnd | null {
    const list = inputs[over]
    if (!Array.isArray(list)) {
      const error = new TuttiError('invalid-input', `“${owner.node.id}” runs once for each item of “${over}”, which is not a list.`)
      return { state: 'failed', error }
    }
    const items: readonly unknown[] = list
    if (items.length === 0) return { state: 'done', outputs: Object.fromEntries(owner.node.outputs.map((name) => [name, []])) }
    const nodes = items.map((_, place) => ({ ...owner.node, ...ITEM, id: String(place) }))
    return this.#expand(owner, new Expansion(nodes), inputs, (place) => ({ ...inputs, [over]: items[place] }))
  }

  /** Gives a node its children; how it has failed, where they do not make a graph. */
  #expand(owner: Slot<N>, { nodes, join }: Expansion<N>, inputs: Values, inputsOf?: (place: number) => Values): NodeEnd | null {
    let graph: Graph<N>
    try {
      graph = buildGraph(nodes, { given: Object.keys(inputs), joined: owner.node.outputs })
      this.#added = this.#count(nodes.length)
    } catch (thrown) {
      return { state: 'failed', error: TuttiError.from(thrown) }
    }
    const scope = new Scope(owner, inputs, join, inputsOf !== undefined)
    const named = nodes.map((node) => ({ ...node, id: childId(owner.node.id, node.id) }))
    this.#fill(scope, graph, named, owner.remainingMs - owner.node.expectedMs)
    for (const [place, slot] of scope.slots.entries()) slot.inputs = inputsOf?.(place) ?? null
    const at = this.clock.now()
    owner.startedAt ??= at
    owner.children = scope
    this.#options.onEvent?.({ type: 'expanded', id: owner.node.id, at, children: named.map(({ id }) => id) })
    this.#admitRoots(scope)
    return scope.slots.length === 0 ? joinChildren(owner, scope, false) : null
  }

  /** Ends a slot, and with it everything that can no longer run and every parent that has waited for it. */
  #settle(slot: Slot<N>, end: NodeEnd): void {
    this.#isSettling = true
    const ends = [{ slot, end }]
    for (const ended of ends) {
      if (ended.slot.end !== null) continue
      this.#record(ended.slot, ended.end)
      if (!this.#halted) for (const place of ended.slot.after) this.#advance(ended.slot, ended.end, place, ends)
      const { owner, open } = ended.slot.scope
      if (owner?.children && open === 0) ends.push({ slot: owner, end: joinChildren(owner, owner.children, this.#policy === 'partial') })
    }
    this.#isSettling = false
    if (this.#failure && this.#policy === 'fail-fast') {
      this.#halt(failure('not-needed', say('node.halted', { why: wordsOf(this.#failure) })), 'failed')
    }
  }

  #advance(from: Slot<N>, end: NodeEnd, place: number, ends: { slot: Slot<N>; end: NodeEnd }[]): void {
    const next = from.scope.slots[place]
    if (next === undefined || next.end !== null) return
    next.waiting -= 1
    if (end.state !== 'done') next.block = graver(next.block, blockedBy(from.node, end, next.node, this.#policy))
    const nextEnd = next.waiting === 0 ? this.#prepare(next) : null
    if (nextEnd !== null) ends.push({ slot: next, end: nextEnd })
  }

  #record(slot: Slot<N>, end: NodeEnd): void {
    slot.end = end
    slot.endedAt = this.clock.now()
    slot.scope.open -= 1
    if (end.state === 'failed') this.#failure ??= end.error
    if (end.state === 'done') for (const name of slot.node.outputs) slot.scope.values.set(name, end.outputs[name])
    this.#options.onEvent?.({ type: 'ended', result: slot.result(end) })
  }

  /** Stops everything. What runs is told so and may still end by itself. */
  #halt(error: TuttiError, state: 'failed' | 'cancelled'): void {
    if (this.#halted !== null || this.#top.open === 0) return
    this.#halted = { error, state }
    this.#pauses.abort(error)
    this.#queue.stop(error)
    for (const slot of this.#slots.values()) {
      if (slot.flight === null && slot.children === null) this.#settle(slot, { state: 'cancelled', error })
    }
  }

  /** How many nodes have been added at run time once these are. */
  #count(adds: number): number {
    const most = this.#options.maxAdded ?? 10_000
    if (this.#added + adds <= most) return this.#added + adds
    throw new TuttiError('invalid-input', `At run time ${most} nodes may be added to this graph; ${this.#added + adds} would be.`, {
      data: { most, wanted: this.#added + adds },
    })
  }

  #result(): ScheduleResult {
    const { nodes, values } = collectResults(this.#top)
    if (this.#halted?.state === 'cancelled') return { state: 'cancelled', error: this.#halted.error, nodes, values }
    if (this.#failure === null) return { state: 'done', error: null, nodes, values }
    const isKept = this.#policy === 'partial' && this.#top.slots.some((slot) => slot.end?.state === 'done')
    return { state: isKept ? 'partial' : 'failed', error: this.#failure, nodes, values }
  }
}

/** What a child of a list does not take over from its parent, which has waited for everything already. */
const ITEM = { over: undefined, condition: undefined, dependsOn: [] } as const

function cancelled(reason: unknown): TuttiError {
  return reason instanceof TuttiError ? reason : failure('cancelled', say('stopped.run'), { cause: reason })
}
