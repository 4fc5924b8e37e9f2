import { Dimension, type HistoryQuery, type MetricGroup, type MetricsFilter, type MetricsHistory } from '../../shared/metrics.ts'
import { addTally, callCount, emptyTally, runCount } from '../../shared/tally.ts'
import type { MetricRow } from './repository.ts'
import type { Span } from './steps.ts'

/** Adds rows up by point and by dimension. Rows outside of the span, and those that the filter leaves out, count nowhere. */
export function historyOf(rows: readonly MetricRow[], { edges }: Span, { period, filter }: HistoryQuery): MetricsHistory {
  const points = edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to, tally: emptyTally() }))
  const total = emptyTally()
  const groups = {
    model: new Groups(points.length),
    strategy: new Groups(points.length),
    task: new Groups(points.length),
    orchestrator: new Groups(points.length),
  } satisfies Record<Dimension, Groups>
  let index = 0
  for (const row of rows.filter((candidate) => passes(candidate, filter)).toSorted((a, b) => a.at - b.at)) {
    while (index < points.length && row.at >= (points[index]?.to ?? 0)) index += 1
    const point = points[index]
    if (!point || row.at < point.from) continue
    addTally(point.tally, row.tally)
    addTally(total, row.tally)
    for (const dimension of Dimension.options) {
      if (dimension !== 'model' || row.model !== '') groups[dimension].add(row[dimension], index, row)
    }
  }
  return {
    period,
    from: edges[0] ?? 0,
    to: edges.at(-1) ?? 0,
    total,
    points,
    groups: {
      model: groups.model.list(),
      strategy: groups.strategy.list(),
      task: groups.task.list(),
      orchestrator: groups.orchestrator.list(),
    },
  }
}

function passes(row: MetricRow, filter: MetricsFilter): boolean {
  return Dimension.options.every((dimension) => filter[dimension] === undefined || filter[dimension] === row[dimension])
}

/** Counts by the values of one dimension. */
class Groups {
  readonly #points: number
  readonly #groups = new Map<string, MetricGroup>()

  constructor(points: number) {
    this.#points = points
  }

  add(key: string, point: number, { tally }: MetricRow): void {
    const known = this.#groups.get(key)
    const group = known ?? { key, tally: emptyTally(), trend: Array.from({ length: this.#points }, () => 0) }
    if (!known) this.#groups.set(key, group)
    addTally(group.tally, tally)
    group.trend[point] = (group.trend[point] ?? 0) + callCount(tally.calls)
  }

  /** Most calls first. */
  list(): MetricGroup[] {
    const weight = ({ tally }: MetricGroup) => callCount(tally.calls) + runCount(tally.runs)
    return [...this.#groups.values()].toSorted((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1))
  }
}
