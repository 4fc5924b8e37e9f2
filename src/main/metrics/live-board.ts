import { LRUCache } from 'lru-cache'
import { countDuration } from '../../shared/histogram.ts'
import type { ModelRef, RunId } from '../../shared/ids.ts'
import { type EndpointHealth, LIVE_MS, type LiveCall, type LiveSecond, type LiveUpdate } from '../../shared/metrics.ts'
import type { Usage } from '../../shared/model.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RunRecord } from '../kernel/journal.ts'

/** The newest ended calls that keep a lane of their own; under load older ones stand in the seconds alone. */
const MOST_CALLS = 400
/** Cells of a second, a model, a strategy and a task; past this the oldest go early. */
const MOST_CELLS = 4000
/** Windows hear of changes at most this often. */
const TELL_MS = 1000

export interface LiveBoardParts {
  readonly clock: Clock
  readonly endpointOf: (model: ModelRef) => { readonly id: string; readonly name: string; readonly concurrency: number }
  readonly kindOf: (run: RunRecord) => { readonly strategy: string; readonly task: string }
  readonly runsRunning: () => number
}

interface Versioned<T> {
  readonly value: T
  readonly version: number
}

export interface BreakerChange {
  readonly provider: string
  readonly breaker: EndpointHealth['breaker']
  readonly failures: number
  readonly until: number | null
}

/** What happens now: the calls of the last five minutes and their counts by second, in bounded memory. */
export class LiveBoard {
  readonly #parts: LiveBoardParts
  readonly #cells = new Map<string, Versioned<LiveSecond>>()
  readonly #calls = new Map<number, Versioned<LiveCall>>()
  readonly #breakers = new Map<string, BreakerChange>()
  readonly #kinds = new LRUCache<RunId, { strategy: string; task: string }>({ max: 200 })
  #version = 0
  #ids = 0
  #listeners = new Set<() => void>()

  constructor(parts: LiveBoardParts) {
    this.#parts = parts
  }

  /** A call waits for its turn, or leaves at once. */
  enter(run: RunRecord, model: ModelRef, queued: boolean): LiveCall {
    const kind = this.#kinds.get(run.id) ?? this.#parts.kindOf(run)
    this.#kinds.set(run.id, kind)
    this.#ids += 1
    const call: LiveCall = {
      id: this.#ids,
      runId: run.id,
      model,
      strategy: kind.strategy,
      task: kind.task,
      state: queued ? 'queued' : 'asked',
      startedAt: this.#parts.clock.now(),
      firstTextAt: null,
      endedAt: null,
    }
    if (!queued) this.#cell(call).asked += 1
    this.#save(call)
    return call
  }

  /** A call that waited has left. */
  leave(call: LiveCall): LiveCall {
    const asked: LiveCall = { ...call, state: 'asked', startedAt: this.#parts.clock.now() }
    this.#cell(asked).asked += 1
    return this.#save(asked)
  }

  firstText(call: LiveCall): LiveCall {
    return this.#save({ ...call, state: 'streaming', firstTextAt: this.#parts.clock.now() })
  }

  end(
    call: LiveCall,
    ended: { readonly state: 'done' | 'failed' | 'cancelled'; readonly usage: Usage | null; readonly costMicros: number | null },
  ): void {
    const now = this.#parts.clock.now()
    const cell = this.#cell(call)
    cell[ended.state] += 1
    cell.costMicros += ended.costMicros ?? 0
    if (ended.usage) {
      cell.tokens.input += ended.usage.input
      cell.tokens.cacheRead += ended.usage.cacheRead
      cell.tokens.cacheWrite += ended.usage.cacheWrite
      cell.tokens.output += ended.usage.output
      cell.tokens.reasoning += ended.usage.reasoning
    }
    if (ended.state === 'done') {
      countDuration(cell.total, now - call.startedAt)
      if (call.firstTextAt !== null) countDuration(cell.first, call.firstTextAt - call.startedAt)
    }
    this.#save({ ...call, state: ended.state, endedAt: now })
    this.#trim()
  }

  /** The call never left, or goes on in another process: nothing of it is shown. */
  drop(call: LiveCall): void {
    this.#calls.delete(call.id)
    this.touch()
  }

  breaker(change: BreakerChange): void {
    this.#breakers.set(change.provider, change)
    this.touch()
  }

  /** Something that updates carry has changed. */
  touch(): void {
    this.#version += 1
    for (const tell of this.#listeners) tell()
  }

  /** Everything at first, then what has changed, at most once a second and only while something does. */
  async *watch(signal?: AbortSignal): AsyncGenerator<LiveUpdate> {
    let seen = this.#version
    yield this.#update(-1)
    while (!signal?.aborted) {
      if (this.#version === seen) await this.#change(signal)
      if (signal?.aborted) return
      const from = seen
      seen = this.#version
      yield this.#update(from)
      await this.#parts.clock.sleep(TELL_MS, signal).catch(() => {})
    }
  }

  #update(after: number): LiveUpdate {
    this.#trim()
    const newer = <T>(all: Iterable<Versioned<T>>): T[] => [...all].flatMap(({ value, version }) => (version > after ? [value] : []))
    return {
      whole: after < 0,
      now: this.#parts.clock.now(),
      seconds: newer(this.#cells.values()),
      calls: newer(this.#calls.values()),
      open: [...this.#calls.values()].flatMap(({ value }) => (value.endedAt === null ? [value.id] : [])),
      endpoints: this.#endpoints(),
      runsRunning: this.#parts.runsRunning(),
    }
  }

  /** Providers that were called in the last five minutes, and those that rest. */
  #endpoints(): EndpointHealth[] {
    const found = new Map<string, EndpointHealth>()
    for (const { value } of this.#calls.values()) {
      const { id, name, concurrency } = this.#parts.endpointOf(value.model)
      const known = found.get(id) ?? {
        provider: id,
        name,
        breaker: 'closed',
        failures: 0,
        until: null,
        inFlight: 0,
        queued: 0,
        places: concurrency,
      }
      const open = value.endedAt === null
      found.set(id, {
        ...known,
        ...this.#breakers.get(id),
        inFlight: known.inFlight + (open && value.state !== 'queued' ? 1 : 0),
        queued: known.queued + (value.state === 'queued' ? 1 : 0),
      })
    }
    return [...found.values()]
  }

  #cell(call: LiveCall): LiveSecond {
    const at = Math.floor(this.#parts.clock.now() / 1000) * 1000
    const { model, strategy, task } = call
    const key = [at, model, strategy, task].join(' ')
    const value = this.#cells.get(key)?.value ?? {
      ...{ at, model, strategy, task, asked: 0, done: 0, failed: 0, cancelled: 0, costMicros: 0, first: {}, total: {} },
      tokens: { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 },
    }
    this.#cells.delete(key)
    this.#cells.set(key, { value, version: this.#version + 1 })
    return value
  }

  #save(call: LiveCall): LiveCall {
    // Behind all others: the order of a map is the order of the last change.
    this.#calls.delete(call.id)
    this.#calls.set(call.id, { value: call, version: this.#version + 1 })
    this.touch()
    return call
  }

  #trim(): void {
    const before = this.#parts.clock.now() - LIVE_MS - 1000
    for (const [key, { value }] of this.#cells) {
      if (value.at >= before && this.#cells.size <= MOST_CELLS) break
      this.#cells.delete(key)
    }
    let spare = this.#calls.size - MOST_CALLS
    for (const [id, { value }] of this.#calls) {
      if (value.endedAt === null) continue
      if (value.endedAt >= before && spare <= 0) break
      this.#calls.delete(id)
      spare -= 1
    }
  }

  #change(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#listeners.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      this.#listeners.add(done)
      signal?.addEventListener('abort', done, { once: true })
    })
  }
}
