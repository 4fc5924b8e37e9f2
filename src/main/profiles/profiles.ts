import type { ModelProfile } from '../../shared/experience.ts'
import { countOf, type Histogram, percentile } from '../../shared/histogram.ts'
import { ModelRef } from '../../shared/ids.ts'
import { addTally, callCount, emptyTally, type Tally } from '../../shared/tally.ts'
import { meanOf } from '../orchestrators/advanced/routing/thompson.ts'
import type { Learning } from './learning.ts'

/** Counts of one day with one value of each dimension. */
export interface ProfileRow {
  readonly model: string
  readonly strategy: string
  readonly task: string
  readonly tally: Tally
}

export interface ProfilesParts {
  /** Counted up to now; rows of all days. */
  readonly rows: () => Promise<readonly ProfileRow[]>
  readonly learning: Pick<Learning, 'belief'>
}

/** What each model did, by strategy and type of task: success, latency, throughput, tokens, cost, quality. */
export class Profiles {
  readonly #parts: ProfilesParts

  constructor(parts: ProfilesParts) {
    this.#parts = parts
  }

  /** Most calls first. */
  async list(): Promise<ModelProfile[]> {
    const rows = (await this.#parts.rows()).filter(({ model }) => model !== '')
    const groups = Map.groupBy(rows, ({ model, strategy, task }) => JSON.stringify([model, strategy, task]))
    return [...groups.values()].flatMap((group) => this.#profile(group)).toSorted((a, b) => b.calls - a.calls)
  }

  #profile(group: readonly ProfileRow[]): ModelProfile[] {
    const [first] = group
    if (first === undefined) return []
    const tally = emptyTally()
    for (const row of group) addTally(tally, row.tally)
    const { calls } = tally
    const ended = calls.done + calls.failed
    const { evidence } = this.#parts.learning.belief(first.task, ModelRef.parse(first.model))
    const streamedMs = sumOf(calls.stream)
    return [
      {
        model: first.model,
        strategy: first.strategy,
        taskType: first.task,
        calls: callCount(calls),
        success: ended === 0 ? null : calls.done / ended,
        firstMs: percentiles(calls.first),
        totalMs: percentiles(calls.total),
        tokensPerSecond: streamedMs === 0 ? null : calls.output / (streamedMs / 1000),
        tokens: calls.input + calls.cacheRead + calls.cacheWrite + calls.output + calls.reasoning,
        costMicros: calls.costMicros,
        quality: evidence.count < 1 ? null : meanOf(evidence),
      },
    ]
  }
}

function percentiles(histogram: Histogram): ModelProfile['totalMs'] {
  if (countOf(histogram) === 0) return null
  const at = (share: number) => percentile(histogram, share) ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** All durations together, in ms. */
function sumOf(histogram: Histogram): number {
  return Object.entries(histogram).reduce((sum, [bucket, count]) => sum + count * (percentile({ [bucket]: 1 }, 1) ?? 0), 0)
}
