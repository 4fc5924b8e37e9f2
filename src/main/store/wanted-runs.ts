import type { MetricsFilter } from '../../shared/metrics.ts'
import type { RecentRuns } from '../kernel/journal.ts'

/** A part of a WHERE, which is our own text, and the values of its question marks. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Conditions on `runs` for what is asked for; what is null or left out does not narrow it. */
export function wantedRuns(wanted: RecentRuns): readonly Condition[] {
  const { states, query, after, since, until, presetId, model, calls } = wanted
  const words = query.split(/\s+/).filter((word) => word !== '')
  const called = calls == null ? null : callsIn(calls, { model })
  return [
    ...given('(started_at, runs.number) < (SELECT started_at, number FROM runs WHERE id = ?)', after),
    ...(states.length === 0 ? [] : [{ sql: `state IN (${states.map(() => '?').join(', ')})`, values: states }]),
    ...words.map((word) => ({ sql: `title LIKE ? ESCAPE '\\'`, values: [`%${word.replace(/[\\%_]/g, '\\$&')}%`] })),
    ...given('preset_id = ?', presetId),
    ...given('started_at >= ?', since),
    ...given('started_at < ?', until),
    ...ofKind(wanted),
    ...ofTheLab(wanted.lab),
    ...(called === null
      ? given('runs.id IN (SELECT run_id FROM run_models WHERE model = ?)', model)
      : [{ sql: `runs.id IN (SELECT run_id FROM attempts WHERE ${called.sql})`, values: called.values }]),
  ]
}

/** A condition on `attempts`: calls that ended from `from` up to `to` (epoch ms), of one model or of all. */
export function callsIn({ from, to }: { readonly from: number; readonly to: number }, { model }: Pick<RecentRuns, 'model'>): Condition {
  const span = 'ended_at >= ? AND ended_at < ?'
  return model == null ? { sql: span, values: [from, to] } : { sql: `${span} AND model = ?`, values: [from, to, model] }
}

/** Conditions on `runs` and what has been counted of them. */
export function ofKind(kind: Pick<RecentRuns, 'strategy' | 'task' | 'orchestrator'> | MetricsFilter): readonly Condition[] {
  return [
    ...given('orchestrator = ?', kind.orchestrator),
    ...given('runs.id IN (SELECT run_id FROM run_kinds WHERE strategy = ?)', kind.strategy),
    ...given('runs.id IN (SELECT run_id FROM run_kinds WHERE task = ?)', kind.task),
  ]
}

function ofTheLab(lab: boolean | null | undefined): readonly Condition[] {
  return lab == null ? [] : [{ sql: `${lab ? '' : 'NOT '}EXISTS (SELECT 1 FROM lab_rows WHERE run_id = runs.id)`, values: [] }]
}

/** All of them, and their values in order. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: ['1', ...conditions.map(({ sql }) => sql)].join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  }
}

function given(sql: string, value: string | number | null | undefined): readonly Condition[] {
  return value == null ? [] : [{ sql, values: [value] }]
}
