import type { ModelRef } from '../../shared/ids.ts'

/** In ms. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** How long a model's newest calls took, from sending. */
export interface Latency {
  readonly calls: number
  /** To the first text; of calls without text, to the end. */
  readonly first: Percentiles
  readonly total: Percentiles
}

/** Enough for a p99, and soon forgotten: a vendor that was slow this morning is not slow now. */
const KEPT_CALLS = 256

/** The newest times of one kind, in the order of a ring. */
class Window {
  readonly #times = new Float64Array(KEPT_CALLS)
  #count = 0
  #known: Percentiles | null = null

  get size(): number {
    return Math.min(this.#count, KEPT_CALLS)
  }

  add(ms: number): void {
    this.#times[this.#count % KEPT_CALLS] = ms
    this.#count += 1
    this.#known = null
  }

  /** By nearest rank; zeros where nothing was added. */
  get percentiles(): Percentiles {
    if (this.#known) return this.#known
    const sorted = this.#times.slice(0, this.size).sort()
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
    this.#known = { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
    return this.#known
  }
}

/** Latencies of models at their endpoints, over all runs of this process. */
export class Latencies {
  readonly #models = new Map<ModelRef, { first: Window; total: Window }>()

  /** A call that was answered. */
  answered(model: ModelRef, firstMs: number | null, totalMs: number): void {
    const { first, total } = this.#of(model)
    first.add(firstMs ?? totalMs)
    total.add(totalMs)
  }

  /** A call that was given up after `ms` without a text: left out, only the fast ones would count. */
  gaveUp(model: ModelRef, ms: number): void {
    this.#of(model).first.add(ms)
  }

  /** null where no call was answered yet. */
  of(model: ModelRef): Latency | null {
    const known = this.#models.get(model)
    if (!known || known.total.size === 0) return null
    return { calls: known.total.size, first: known.first.percentiles, total: known.total.percentiles }
  }

  /** All models that were asked. */
  all(): ReadonlyMap<ModelRef, Latency> {
    return new Map(
      [...this.#models.keys()].flatMap((model) => {
        const latency = this.of(model)
        return latency === null ? [] : [[model, latency] as const]
      }),
    )
  }

  #of(model: ModelRef): { first: Window; total: Window } {
    const known = this.#models.get(model)
    if (known) return known
    const fresh = { first: new Window(), total: new Window() }
    this.#models.set(model, fresh)
    return fresh
  }
}
