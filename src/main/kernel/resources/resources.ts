import { AsyncLocalStorage } from 'node:async_hooks'
import { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import { Capacity } from './capacity.ts'
import { checkNeeds } from './check-needs.ts'
import { Grant } from './grant.ts'
import { type Allowance, Rate } from './rate.ts'
import type { Resource } from './resource.ts'
import type { Need, Waiting, WaitingLine } from './waiting-line.ts'
import { WaitingLines } from './waiting-lines.ts'

/** A reason of our own: without one, each abort makes an exception with a stack. */
const OVER = 'over'

/** A request is overtaken by at most this many later ones while it is the oldest of its line, whatever their priority. */
const OVERTAKEN_AT_MOST = 8

/** Timers hold no more than 24 days. */
const LONGEST_SLEEP_MS = 86_400_000

/** Why a request waits: behind `ahead` others, for a resource that is in use, whose allowance is spent, or that rests. */
export interface Wait {
  readonly resource: string
  /** How many must finish first; 0 where only time must pass. */
  readonly ahead: number
  /** Epoch ms from which there is room again; null where a release decides. */
  readonly until: number | null
}

export interface AcquireOptions {
  /** Whole number; higher goes first. 0 where left out. */
  readonly priority?: number
  readonly signal?: AbortSignal
  /** Who asks, for errors. */
  readonly label?: string
  /** Told at once where there is a wait, and whenever it changes. */
  readonly onWait?: (wait: Wait) => void
  /** What the caller holds already; what surrounds it in `hold` where left out; null for work that what surrounds it does not wait for. */
  readonly within?: Grant | null
}

interface Turn {
  readonly line: WaitingLine
  readonly waiting: Waiting
  readonly urgent: boolean
}

interface Rest {
  readonly until: number
  readonly refusal: Refusal | null
}

/** The error for who asks while a resource rests for another `leftMs`. */
export type Refusal = (leftMs: number) => TuttiError

/**
 * Locks, capacities and allowances by name. A request gets everything that it needs at once or waits holding nothing of it, and who
 * holds something may only ask for what comes after it in one global order: no circle of waiting can form (docs/decisions/0009).
 * A name that was not defined is a lock.
 */
export class Resources {
  readonly #clock: Clock
  readonly #resources = new Map<string, Resource>()
  readonly #last = new Set<string>()
  readonly #resting = new Map<string, Rest>()
  readonly #lines = new WaitingLines()
  /** Lines whose oldest was overtaken often enough. */
  readonly #urgent = new Set<WaitingLine>()
  /** Lines whose first can go when time has passed, with that time (epoch ms). */
  readonly #timed = new Map<WaitingLine, number>()
  readonly #around = new AsyncLocalStorage<Grant>()
  #count = 0
  #wake: { at: number; stop: AbortController } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Sets how many places there are. `last`: it comes after all others in the global order, for what is asked for inside of work. */
  define(name: string, places: number, { last = false } = {}): void {
    if (!Number.isInteger(places) || places < 1) {
      throw new TuttiError('invalid-input', `“${name}” cannot have ${places} places. Give it 1 or more.`)
    }
    const known = this.#resources.get(name)
    if (last) this.#last.add(name)
    if (known instanceof Capacity && known.limit === places) return
    if (known instanceof Capacity) known.limit = places
    else this.#resources.set(name, new Capacity(places))
    this.#serve([name])
  }

  /** The allowance of this name; without limit where it is new. */
  rate(name: string): Rate {
    const known = this.#resources.get(name)
    if (known instanceof Rate) return known
    const rate = new Rate(Number.POSITIVE_INFINITY)
    this.#resources.set(name, rate)
    return rate
  }

  /** Takes a vendor's word for an allowance. */
  learn(name: string, allowance: Allowance): void {
    this.rate(name).learn(allowance, this.#clock.now())
    this.#serve([name])
  }

  /** Sets an allowance by the minute; Infinity for none. */
  allow(name: string, perMinute: number): void {
    const rate = this.rate(name)
    if (rate.limit === perMinute) return
    rate.limit = perMinute
    this.#serve([name])
  }

  /** Nobody gets `name` before `until` (epoch ms). With a refusal, who asks is told so at once instead of waiting. */
  rest(name: string, until: number, refusal: Refusal | null = null): void {
    this.#resting.set(name, { until, refusal })
    if (refusal) {
      for (const line of this.#lines.of([name])) for (const waiting of line.removeAll()) waiting.refuse(refusal(until - this.#clock.now()))
    }
    this.#serve([name])
  }

  /** Ends a rest. */
  wake(name: string): void {
    if (this.#resting.delete(name)) this.#serve([name])
  }

  /** How many wait for `name`. */
  waiting(name: string): number {
    return [...this.#lines.of([name])].reduce((sum, line) => sum + line.size, 0)
  }

  /**
   * Waits until everything that is needed is free together and takes it. Rejects with the signal's reason, with `invalid-input` where a
   * need cannot be met at all or breaks the global order, and with the refusal of a resource that rests with one.
   */
  async acquire(needs: readonly Need[], options: AcquireOptions = {}): Promise<Grant> {
    const { signal, label = 'A request', within = this.surrounding } = options
    signal?.throwIfAborted()
    checkNeeds(needs, { label, within, resource: (name) => this.#resource(name), comesLast: (name) => this.#last.has(name) })
    const names = needs.map(({ name }) => name)
    this.#refuseResting(names)
    const now = this.#clock.now()
    if (this.#lines.of(names).size === 0 && this.#waitMs(needs, now) === 0) {
      this.#count += 1
      return new Grant(label, within, this.#take(needs, now), () => this.#serve(names))
    }
    const line = this.#lines.lineFor(names)
    const leave = new AbortController()
    try {
      return await new Promise<Grant>((resolve, reject) => {
        let told = -1
        const waiting: Waiting = {
          number: this.#count++,
          needs,
          priority: options.priority ?? 0,
          overtaken: 0,
          grant: (taken) => resolve(new Grant(label, within, taken, () => this.#serve(names))),
          refuse: reject,
          tell: (ahead) => {
            if (ahead === told) return
            told = ahead
            options.onWait?.(this.#describe(needs, ahead))
          },
        }
        signal?.addEventListener(
          'abort',
          () => {
            if (!line.remove(waiting)) return
            reject(signal.reason)
            this.#serve(names)
          },
          { once: true, signal: leave.signal },
        )
        line.add(waiting)
        this.#serve(names)
        if (line.has(waiting)) waiting.tell(this.#ahead(waiting, this.#lines.of(names)))
      })
    } finally {
      leave.abort(OVER)
    }
  }

  /** Does `work` while it holds what it needs. What `work` asks for meanwhile has to come later in the global order. */
  async hold<T>(needs: readonly Need[], options: AcquireOptions, work: (grant: Grant) => Promise<T>): Promise<T> {
    const grant = await this.acquire(needs, options)
    try {
      options.signal?.throwIfAborted()
      return await this.inside(grant, () => work(grant))
    } finally {
      grant.release()
    }
  }

  /** Does `work` so that everything it asks for counts as asked for within `grant`. */
  inside<T>(grant: Grant, work: () => T): T {
    return this.#around.run(grant, work)
  }

  /** What is held around the caller. */
  get surrounding(): Grant | null {
    return this.#around.getStore() ?? null
  }

  #resource(name: string): Resource {
    const known = this.#resources.get(name)
    if (known) return known
    const lock = new Capacity(1)
    this.#resources.set(name, lock)
    return lock
  }

  /** Ms until the needs can be met together: 0 now, Infinity where a release decides. */
  #waitMs(needs: readonly Need[], now: number): number {
    return Math.max(0, ...needs.map(({ name, amount }) => this.#waitFor(name, amount, now)))
  }

  #waitFor(name: string, amount: number, now: number): number {
    const rest = this.#resting.get(name)
    return Math.max(rest ? rest.until - now : 0, this.#resource(name).waitMs(amount, now))
  }

  #describe(needs: readonly Need[], ahead: number): Wait {
    const now = this.#clock.now()
    const waits = needs.map(({ name, amount }) => ({ name, ms: this.#waitFor(name, amount, now) }))
    const longest = waits.reduce((a, b) => (b.ms > a.ms ? b : a), { name: needs[0]?.name ?? '', ms: 0 })
    return { resource: longest.name, ahead, until: Number.isFinite(longest.ms) && longest.ms > 0 ? now + longest.ms : null }
  }

  #refuseResting(names: readonly string[]): void {
    const now = this.#clock.now()
    for (const name of names) {
      const rest = this.#resting.get(name)
      if (rest?.refusal && rest.until > now) throw rest.refusal(rest.until - now)
    }
  }

  /** Grants what can be granted now that something about `names` has changed, tells the others their places, and sees to what time will bring. */
  #serve(names: Iterable<string>): void {
    if (this.#lines.isEmpty && this.#timed.size === 0) return
    const now = this.#clock.now()
    const touched = new Set(names)
    for (const [name, { until }] of this.#resting) {
      if (until > now) continue
      this.#resting.delete(name)
      touched.add(name)
    }
    while (this.#grantOne(touched, now));
    for (const line of this.#lines.of(touched)) {
      this.#timed.delete(line)
      if (!line.first) {
        this.#lines.remove(line)
        this.#urgent.delete(line)
        continue
      }
      const waitMs = this.#waitMs(line.first.needs, now)
      if (Number.isFinite(waitMs)) this.#timed.set(line, now + waitMs)
      this.#tellPlaces(line)
    }
    this.#lookAgain()
  }

  /**
   * Looks at the first of each line that wants something touched, and before those at any that was overtaken often enough; nobody is
   * served past such a one with something that it waits for. Who waits for what rests stands aside.
   */
  #grantOne(touched: Set<string>, now: number): boolean {
    const turns: Turn[] = []
    for (const line of new Set([...this.#urgent, ...this.#lines.of(touched)])) {
      const { oldest, first } = line
      if (!oldest || !first || line.names.some((name) => this.#resting.has(name))) continue
      const urgent = oldest.overtaken >= OVERTAKEN_AT_MOST
      turns.push({ line, waiting: urgent ? oldest : first, urgent })
    }
    const kept = new Set<string>()
    for (const { line, waiting, urgent } of turns.toSorted(inTurn)) {
      if (!line.names.some((name) => kept.has(name)) && this.#waitMs(waiting.needs, now) === 0) {
        line.remove(waiting)
        for (const name of line.names) touched.add(name)
        this.#urgent.delete(line)
        this.#countOvertaken(waiting, line.names)
        waiting.grant(this.#take(waiting.needs, now))
        return true
      }
      if (urgent) for (const name of line.names) kept.add(name)
    }
    return false
  }

  #take(needs: readonly Need[], now: number) {
    return new Map(needs.map(({ name, amount }) => [name, this.#resource(name).take(amount, now)]))
  }

  #countOvertaken(served: Waiting, names: readonly string[]): void {
    for (const line of this.#lines.of(names)) {
      const { oldest } = line
      if (!oldest || oldest.number > served.number) continue
      oldest.overtaken += 1
      if (oldest.overtaken >= OVERTAKEN_AT_MOST) this.#urgent.add(line)
    }
  }

  /** Exact near the front; further back in steps of a tenth, because nobody can tell 912 from 911 and telling all is quadratic. */
  #tellPlaces(line: WaitingLine): void {
    const all = line.list()
    const rivals = this.#lines.of(line.names)
    for (let index = 0; index < all.length; index += 1 + Math.floor(index / 10)) {
      const waiting = all[index]
      if (waiting) waiting.tell(this.#ahead(waiting, rivals))
    }
  }

  /** How many must finish first: those that go before and want one of the same things, and one that has it now. */
  #ahead(waiting: Waiting, rivals: ReadonlySet<WaitingLine>): number {
    let ahead = 1
    for (const line of rivals) ahead += line.before(waiting)
    return ahead
  }

  #lookAgain(): void {
    let at = Number.POSITIVE_INFINITY
    for (const time of this.#timed.values()) at = Math.min(at, time)
    if (this.#wake?.at === at) return
    this.#wake?.stop.abort(OVER)
    this.#wake = null
    if (!Number.isFinite(at)) return
    const wake = { at, stop: new AbortController() }
    this.#wake = wake
    this.#clock.sleep(Math.min(at - this.#clock.now(), LONGEST_SLEEP_MS), wake.stop.signal).then(
      () => {
        if (this.#wake === wake) this.#wake = null
        this.#serve([...this.#timed].flatMap(([line, time]) => (time <= this.#clock.now() ? line.names : [])))
      },
      () => {},
    )
  }
}

function inTurn(a: Turn, b: Turn): number {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1
  const byPriority = a.urgent ? 0 : b.waiting.priority - a.waiting.priority
  return byPriority || a.waiting.number - b.waiting.number
}
