import { AsyncLocalStorage } from 'node:async_hooks'
import { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import { Capacity } from './capacity.ts'
import { checkNeeds } from './check-needs.ts'
import { Grant } from './grant.ts'
import { Rate } from './rate.ts'
import type { Resource } from './resource.ts'
import { type Need, type Waiting, WaitingLine } from './waiting-line.ts'

/** A request is overtaken by at most this many later ones while it is the oldest of its line, whatever their priority. */
const OVERTAKEN_AT_MOST = 8

/** Further back than this, a place is told when it is a multiple of it: nobody can tell 912 from 911, and telling all is quadratic. */
const TOLD_EXACTLY = 100
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
  readonly #lines = new Map<string, WaitingLine>()
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
    this.#serve()
  }

  /** The allowance of this name; without limit where it is new. */
  rate(name: string): Rate {
    const known = this.#resources.get(name)
    if (known instanceof Rate) return known
    const rate = new Rate(Number.POSITIVE_INFINITY)
    this.#resources.set(name, rate)
    return rate
  }

  /** Looks again at who may go, after an allowance has changed. */
  changed(): void {
    this.#serve()
  }

  /** Nobody gets `name` before `until` (epoch ms). With a refusal, who asks is told so at once instead of waiting. */
  rest(name: string, until: number, refusal: Refusal | null = null): void {
    this.#resting.set(name, { until, refusal })
    this.#serve()
  }

  /** Ends a rest. */
  wake(name: string): void {
    if (this.#resting.delete(name)) this.#serve()
  }

  /** How many wait for `name`. */
  waiting(name: string): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + (line.names.includes(name) ? line.size : 0), 0)
  }

  /**
   * Waits until everything that is needed is free together and takes it. Rejects with the signal's reason, with `invalid-input` where a
   * need cannot be met at all or breaks the global order, and with the refusal of a resource that rests with one.
   */
  async acquire(needs: readonly Need[], options: AcquireOptions = {}): Promise<Grant> {
    const { signal, label = 'A request', within = this.#around.getStore() ?? null } = options
    signal?.throwIfAborted()
    checkNeeds(needs, { label, within, resource: (name) => this.#resource(name), comesLast: (name) => this.#last.has(name) })
    const names = needs.map(({ name }) => name).toSorted()
    const key = JSON.stringify(names)
    const line = this.#lines.get(key) ?? new WaitingLine(names)
    this.#lines.set(key, line)
    const leave = new AbortController()
    try {
      return await new Promise<Grant>((resolve, reject) => {
        let told = -1
        const waiting: Waiting = {
          number: this.#count++,
          needs,
          priority: options.priority ?? 0,
          overtaken: 0,
          grant: (taken) => resolve(new Grant(label, within, taken, () => this.#serve())),
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
            this.#serve()
          },
          { once: true, signal: leave.signal },
        )
        line.add(waiting)
        this.#serve()
        if (line.has(waiting)) waiting.tell(this.#ahead(waiting, names))
      })
    } finally {
      leave.abort()
    }
  }

  /** Does `work` while it holds what it needs. What `work` asks for meanwhile has to come later in the global order. */
  async hold<T>(needs: readonly Need[], options: AcquireOptions, work: (grant: Grant) => Promise<T>): Promise<T> {
    const grant = await this.acquire(needs, options)
    try {
      options.signal?.throwIfAborted()
      return await this.#around.run(grant, () => work(grant))
    } finally {
      grant.release()
    }
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

  /** Grants what can be granted, tells the others their places, and sees to it that time is looked at again. */
  #serve(): void {
    const now = this.#clock.now()
    for (const [name, { until }] of this.#resting) if (until <= now) this.#resting.delete(name)
    this.#refuse(now)
    while (this.#grantOne(now));
    let next = Number.POSITIVE_INFINITY
    for (const [key, line] of this.#lines) {
      const { first } = line
      if (!first) {
        this.#lines.delete(key)
        continue
      }
      next = Math.min(next, this.#waitMs(first.needs, now))
      this.#tellPlaces(line)
    }
    this.#lookAgainAt(now + next)
  }

  #tellPlaces(line: WaitingLine): void {
    const all = line.list()
    for (let index = 0; index < all.length; index += index < TOLD_EXACTLY ? 1 : TOLD_EXACTLY) {
      const waiting = all[index]
      if (waiting) waiting.tell(this.#ahead(waiting, line.names))
    }
  }

  /** How many must finish first: those that go before and want one of the same things, and one that has it now. */
  #ahead(waiting: Waiting, names: readonly string[]): number {
    const rivals = [...this.#lines.values()].filter((line) => line.names.some((name) => names.includes(name)))
    return rivals.reduce((sum, line) => sum + line.before(waiting), 1)
  }

  #refuse(now: number): void {
    for (const [name, { until, refusal }] of this.#resting) {
      if (!refusal) continue
      for (const line of this.#lines.values()) {
        if (!line.names.includes(name)) continue
        for (const waiting of line.removeAll()) waiting.refuse(refusal(until - now))
      }
    }
  }

  /**
   * Looks at the first of each line, and before those at any that was overtaken often enough; nobody is served past such a one with
   * something that it waits for. Requests whose resource rests stand aside.
   */
  #grantOne(now: number): boolean {
    const turns = [...this.#lines.values()].flatMap((line) => {
      const { oldest, first } = line
      if (!oldest || !first || line.names.some((name) => this.#resting.has(name))) return []
      const urgent = oldest.overtaken >= OVERTAKEN_AT_MOST
      return [{ line, waiting: urgent ? oldest : first, urgent }]
    })
    turns.sort((a, b) => {
      if (a.urgent !== b.urgent) return a.urgent ? -1 : 1
      const byPriority = a.urgent ? 0 : b.waiting.priority - a.waiting.priority
      return byPriority || a.waiting.number - b.waiting.number
    })
    const kept = new Set<string>()
    for (const { line, waiting, urgent } of turns) {
      const free = !line.names.some((name) => kept.has(name)) && this.#waitMs(waiting.needs, now) === 0
      if (free) {
        line.remove(waiting)
        this.#countOvertaken(waiting, line.names)
        waiting.grant(new Map(waiting.needs.map(({ name, amount }) => [name, this.#resource(name).take(amount, now)])))
        return true
      }
      if (urgent) for (const name of line.names) kept.add(name)
    }
    return false
  }

  #countOvertaken(served: Waiting, names: readonly string[]): void {
    for (const line of this.#lines.values()) {
      const { oldest } = line
      if (oldest && oldest.number < served.number && line.names.some((name) => names.includes(name))) oldest.overtaken += 1
    }
  }

  #lookAgainAt(at: number): void {
    if (this.#wake && this.#wake.at === at) return
    this.#wake?.stop.abort()
    this.#wake = null
    if (!Number.isFinite(at)) return
    const wake = { at, stop: new AbortController() }
    this.#wake = wake
    this.#clock.sleep(Math.min(at - this.#clock.now(), LONGEST_SLEEP_MS), wake.stop.signal).then(
      () => {
        if (this.#wake === wake) this.#wake = null
        this.#serve()
      },
      () => {},
    )
  }
}
