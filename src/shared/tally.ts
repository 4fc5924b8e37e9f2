import { z } from 'zod'
import { addHistogram, Histogram } from './histogram.ts'
import { Micros } from './money.ts'

const Count = z.number().int().nonnegative()

/** Calls of models that ended, each attempt by itself. Tokens by kind do not overlap; money is in micro-dollars, times in ms. */
export const CallTally = z.object({
  done: Count,
  failed: Count,
  /** Stopped by somebody, or not needed any more: neither a success nor a failure. */
  cancelled: Count,
  /** In flight when the process died. */
  lost: Count,
  /** Of those that failed: another attempt answered in their place. */
  replaced: Count,
  input: Count,
  cacheRead: Count,
  cacheWrite: Count,
  output: Count,
  reasoning: Count,
  costMicros: Micros,
  /** What vendors reported themselves to have billed, where they do; it is part of `costMicros`. */
  vendorMicros: Micros,
  /** Calls whose model has a price. */
  priced: Count,
  /** From sending to the first text. */
  first: Histogram,
  /** From the first text to the end. */
  stream: Histogram,
  total: Histogram,
})
export type CallTally = z.infer<typeof CallTally>

/** Runs that ended: what a person got. */
export const RunTally = z.object({
  done: Count,
  failed: Count,
  cancelled: Count,
  costMicros: Micros,
  /** Members that a cascade or a sequence went on to because the ones before did not suffice. */
  escalations: Count,
  /** Work of the shared context that was there already, and that had to be done. */
  contextHits: Count,
  contextMisses: Count,
  /** Time with a call in flight, and the part of it with two or more. */
  busyMs: z.number().nonnegative(),
  togetherMs: z.number().nonnegative(),
  first: Histogram,
  total: Histogram,
})
export type RunTally = z.infer<typeof RunTally>

export const Tally = z.object({ calls: CallTally, runs: RunTally })
export type Tally = z.infer<typeof Tally>

export function emptyTally(): Tally {
  return { calls: emptyCalls(), runs: emptyRuns() }
}

function emptyCalls(): CallTally {
  return {
    ...{ done: 0, failed: 0, cancelled: 0, lost: 0, replaced: 0 },
    ...{ input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 },
    ...{ costMicros: 0, vendorMicros: 0, priced: 0, first: {}, stream: {}, total: {} },
  }
}

function emptyRuns(): RunTally {
  return {
    ...{ done: 0, failed: 0, cancelled: 0, costMicros: 0, escalations: 0, contextHits: 0, contextMisses: 0 },
    ...{ busyMs: 0, togetherMs: 0, first: {}, total: {} },
  }
}

/** A tally as it is kept: the half that counts nothing is left out. */
export const StoredTally = Tally.partial().transform(({ calls = emptyCalls(), runs = emptyRuns() }): Tally => ({ calls, runs }))

/** What `StoredTally` reads back. */
export function storedTally({ calls, runs }: Tally): z.input<typeof StoredTally> {
  return { ...(callCount(calls) > 0 && { calls }), ...(runCount(runs) > 0 && { runs }) }
}

/** Adds `other` to `tally`. */
export function addTally(tally: Tally, other: Tally): void {
  addCalls(tally.calls, other.calls)
  addRuns(tally.runs, other.runs)
}

function addCalls(calls: CallTally, other: CallTally): void {
  calls.done += other.done
  calls.failed += other.failed
  calls.cancelled += other.cancelled
  calls.lost += other.lost
  calls.replaced += other.replaced
  calls.input += other.input
  calls.cacheRead += other.cacheRead
  calls.cacheWrite += other.cacheWrite
  calls.output += other.output
  calls.reasoning += other.reasoning
  calls.costMicros += other.costMicros
  calls.vendorMicros += other.vendorMicros
  calls.priced += other.priced
  addHistogram(calls.first, other.first)
  addHistogram(calls.stream, other.stream)
  addHistogram(calls.total, other.total)
}

function addRuns(runs: RunTally, other: RunTally): void {
  runs.done += other.done
  runs.failed += other.failed
  runs.cancelled += other.cancelled
  runs.costMicros += other.costMicros
  runs.escalations += other.escalations
  runs.contextHits += other.contextHits
  runs.contextMisses += other.contextMisses
  runs.busyMs += other.busyMs
  runs.togetherMs += other.togetherMs
  addHistogram(runs.first, other.first)
  addHistogram(runs.total, other.total)
}

export function callCount({ done, failed, cancelled, lost }: CallTally): number {
  return done + failed + cancelled + lost
}

export function runCount({ done, failed, cancelled }: RunTally): number {
  return done + failed + cancelled
}

/** The share of calls (or runs) that succeeded among those that nobody stopped; null where there was none. */
export function successShare({ done, failed, lost = 0 }: { done: number; failed: number; lost?: number }): number | null {
  const judged = done + failed + lost
  return judged === 0 ? null : done / judged
}

export function tokenCount({ input, cacheRead, cacheWrite, output, reasoning }: CallTally): number {
  return input + cacheRead + cacheWrite + output + reasoning
}

/** The share of all input that vendors read from their cache; null where nothing was sent. */
export function cacheShare({ input, cacheRead, cacheWrite }: CallTally): number | null {
  const sent = input + cacheRead + cacheWrite
  return sent === 0 ? null : cacheRead / sent
}

/** The share of the time with a call in flight that had two or more; null where there was no call. */
export function parallelShare({ busyMs, togetherMs }: RunTally): number | null {
  return busyMs === 0 ? null : togetherMs / busyMs
}

/** What calls cost; null where none of their models has a price, which is not the same as free. */
export function costOf(calls: CallTally): number | null {
  return calls.priced === 0 && callCount(calls) > 0 ? null : calls.costMicros
}
