import { Dimension, type HistoryQuery, type MetricGroup, type MetricsFilter, type MetricsHistory } from '../../shared/metrics.ts'
import { addTally, callCount, emptyTally, runCount, type Tally } from '../../shared/tally.ts'
import type { MetricRow } from './repository.ts'
import type { Span } from './steps.ts'

/** Adds rows up by point and by dimension. Rows outside of the span, and those that the filter leaves out, count nowhere. */
export function historyOf(
  rows: readonly MetricRow[],
  { edges }: Span,
  { period, filter }: HistoryQuery,
  first: number | null,
): MetricsHistory {
  const points = edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to, tally: emptyTally() }))
  const kinds = new Map<string, Kind>()
  let index = 0
  for (const row of rows) {
    if (!passes(row, filter)) continue
    while (index < points.length && row.at >= (points[index]?.to ?? 0)) index += 1
    const point = points[index]
    if (!point || row.at < point.from) continue
    addTally(point.tally, row.tally)
    const name = Dimension.options.map((dimension) => row[dimension]).join('\n')
    const kind = kinds.get(name) ?? { row, tally: emptyTally(), trend: points.map(() => 0) }
    kinds.set(name, kind)
    addTally(kind.tally, row.tally)
    kind.trend[index] = (kind.trend[index] ?? 0) + callCount(row.tally.calls)
  }
  const total = emptyTally()
  for (const { tally } of points) addTally(total, tally)
  const all = [...kinds.values()]
  return {
    period,
    from: edges[0] ?? 0,
    to: edges.at(-1) ?? 0,
    first,
    total,
    points,
    groups: {
      model: groupsOf(
        all.filter(({ row }) => row.model !== ''),
        'model',
      ),
      strategy: groupsOf(all, 'strategy'),
      task: groupsOf(all, 'task'),
      orchestrator: groupsOf(all, 'orchestrator'),
    },
  }
}

/** Counts with one value of every dimension: what groups are added up from, so that each row is added twice and not once a dimension. */
interface Kind {
  readonly row: MetricRow
  readonly tally: Tally
  readonly trend: number[]
}

function passes(row: MetricRow, filter: MetricsFilter): boolean {
  return Dimension.options.every((dimension) => filter[dimension] === undefined || filter[dimension] === row[dimension])
}

/** By the values of one dimension, most calls first. */
function groupsOf(kinds: readonly Kind[], dimension: Dimension): MetricGroup[] {
  const groups = [...Map.groupBy(kinds, ({ row }) => row[dimension])].map(([key, members]) => {
    const tally = emptyTally()
    for (const member of members) addTally(tally, member.tally)
    return {
      key,
      tally,
      trend: (members[0]?.trend ?? []).map((_, index) => members.reduce((sum, { trend }) => sum + (trend[index] ?? 0), 0)),
    }
  })
  const weight = ({ tally }: MetricGroup) => callCount(tally.calls) + runCount(tally.runs)
  return groups.toSorted((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1))
}
