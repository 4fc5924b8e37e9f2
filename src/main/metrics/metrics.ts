import type { BehindQuery, HistoryQuery, LiveUpdate, MetricsHistory, MonthSpend, RunsBehind } from '../../shared/metrics.ts'
import { addTally, emptyTally, type Tally } from '../../shared/tally.ts'
import type { Clock } from '../kernel/clock.ts'
import type { PendingFacts, RunKind } from '../kernel/journal-facts.ts'
import { historyOf } from './history.ts'
import type { LiveBoard } from './live-board.ts'
import { monthOf, monthSpend } from './month.ts'
import type { MetricRepository, MetricRow, RowKey, Step } from './repository.ts'
import { KEPT_MS, type Span, spanOf, startOf } from './steps.ts'
import { countCall, countRun } from './tally-facts.ts'

/** Facts that are counted in one transaction: about 10 ms, so that the window never waits for it. */
const BATCH = 40
/** What has ended is counted at most this much later, where nobody looks. */
const COUNT_MS = 5000

/** Points of a history that are read at once. */
const PIECE = 6

const STEPS = ['minute', 'hour', 'day'] as const satisfies readonly Step[]

export interface MetricsParts {
  readonly store: MetricRepository
  readonly board: LiveBoard
  readonly clock: Clock
  /** What a run's input asks for: math, code …; '' where nothing says. */
  readonly taskOf: (input: unknown) => string
  readonly onFault: (thrown: unknown) => void
}

/**
 * Figures of what happens now and of what has happened. The history is counted from the journal alone, some seconds behind it and
 * before anybody looks: a call never waits for it, and after a crash it is whole (docs/decisions/0013).
 */
export class Metrics {
  readonly #parts: MetricsParts
  #timer: NodeJS.Timeout | null = null
  #counting: Promise<void> | null = null
  #trimmed = 0
  #closed = false

  constructor(parts: MetricsParts) {
    this.#parts = parts
    this.#countSoon()
  }

  live(signal?: AbortSignal): AsyncGenerator<LiveUpdate> {
    return this.#parts.board.watch(signal)
  }

  /** A run has begun, gone on or ended. */
  runChanged(): void {
    this.#parts.board.touch()
    this.#countSoon()
  }

  async history(query: HistoryQuery): Promise<MetricsHistory> {
    const { store, clock } = this.#parts
    await this.count()
    const first = await store.firstDay()
    const span = spanOf(query.period, query.back, clock.now(), first)
    return historyOf(await this.#rows(span), span, query, first)
  }

  /** Counts of every day that is kept, up to now. */
  async days(): Promise<readonly MetricRow[]> {
    await this.count()
    return this.#parts.store.rows('day', 0, Number.MAX_SAFE_INTEGER)
  }

  async behind(query: BehindQuery): Promise<RunsBehind> {
    await this.count()
    return this.#parts.store.behind(query)
  }

  async month(): Promise<MonthSpend> {
    const { store, clock } = this.#parts
    await this.count()
    const now = clock.now()
    const { from, to } = monthOf(now)
    return monthSpend(await store.rows('day', from, to), now)
  }

  /** Counts whatever of the journal is not counted yet. Of several callers, one does it for all. */
  count(): Promise<void> {
    this.#counting ??= this.#countAll().finally(() => {
      this.#counting = null
    })
    return this.#counting
  }

  /** Resolves when nothing is being counted any more; what is left is counted at the next start. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#counting?.catch(() => {})
  }

  /** Rows of a span, read in pieces, so that other work has its turn in between. */
  async #rows({ step, edges }: Span): Promise<MetricRow[]> {
    const rows: MetricRow[] = []
    for (let from = 0; from < edges.length - 1; from += PIECE) {
      const to = Math.min(from + PIECE, edges.length - 1)
      rows.push(...(await this.#parts.store.rows(step, edges[from] ?? 0, edges[to] ?? 0)))
      await new Promise((resolve) => setImmediate(resolve))
    }
    return rows
  }

  #countSoon(): void {
    if (this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.count().catch(this.#parts.onFault)
    }, COUNT_MS).unref()
  }

  async #countAll(): Promise<void> {
    while (!this.#closed) {
      const facts = await this.#parts.store.pending(BATCH)
      if (facts.upTo === 0) break
      await this.#countSome(facts)
    }
    await this.#trim()
  }

  async #countSome({ upTo, calls, runs }: PendingFacts): Promise<void> {
    const { store, taskOf } = this.#parts
    const kinds = new Map<string, RunKind>()
    const sums = new Map<string, { readonly key: RowKey; readonly tally: Tally }>()
    const known = (kind: RunKind): RunKind => {
      const named = kinds.get(kind.runId) ?? { ...kind, task: kind.task ?? taskOf(kind.input) }
      kinds.set(kind.runId, named)
      return named
    }
    const add = (kind: RunKind, model: string, at: number, count: (tally: Tally) => void) => {
      const { orchestrator, strategy, task } = known(kind)
      for (const step of STEPS) {
        const key: RowKey = { step, at: startOf(step, at), model, strategy, task: task ?? '', orchestrator }
        const name = nameOf(key)
        const sum = sums.get(name) ?? { key, tally: emptyTally() }
        sums.set(name, sum)
        count(sum.tally)
      }
    }
    for (const fact of calls) add(fact.kind, fact.model, fact.endedAt, (tally) => countCall(tally, fact))
    for (const fact of runs) add(fact.kind, '', fact.endedAt, (tally) => countRun(tally, fact))
    const rows = [...sums.values()].map(({ key }) => key)
    await store.count(upTo, [...kinds.values()], rows, (key, before) => {
      const tally = before ?? emptyTally()
      const more = sums.get(nameOf(key))
      if (more) addTally(tally, more.tally)
      return tally
    })
  }

  /** Once an hour: rows that are kept in coarser steps alone from here on. */
  async #trim(): Promise<void> {
    const { store, clock } = this.#parts
    const now = clock.now()
    if (this.#closed || now - this.#trimmed < 3_600_000) return
    this.#trimmed = now
    await store.trim('minute', now - KEPT_MS.minute)
    await store.trim('hour', now - KEPT_MS.hour)
  }
}

function nameOf({ step, at, model, strategy, task, orchestrator }: RowKey): string {
  return JSON.stringify([step, at, model, strategy, task, orchestrator])
}
