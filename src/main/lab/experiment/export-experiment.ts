import type { DataSet, Experiment } from '../../../shared/lab.ts'
import { csvOf } from '../../../shared/metrics-export.ts'
import type { Database } from '../../store/database.ts'
import { experimentResults, questionRows } from './results.ts'

interface Exported {
  readonly experiment: Experiment
  readonly dataSet: DataSet
  readonly format: 'csv' | 'json'
}

/** CSV: a line a question and entry. JSON: everything. */
export async function exportExperiment(
  { experiment, dataSet, format }: Exported,
  db: Database,
  breathe: () => Promise<void>,
): Promise<string> {
  if (format === 'csv') return csvOf(await rowsOf(experiment, db, breathe))
  const [results, rows] = [await experimentResults(experiment, db, breathe), await rowsOf(experiment, db, breathe)]
  return JSON.stringify({ experiment, dataSet, results, rows }, null, 1)
}

async function rowsOf(experiment: Experiment, db: Database, breathe: () => Promise<void>) {
  const rows: Record<string, string | number>[] = []
  for await (const { id, taskType, expected, rows: of } of questionRows(experiment, db, breathe)) {
    for (const { entry, answer, right, costMicros, latencyMs, calls, state } of of) {
      const preset = experiment.entries[entry]?.name ?? ''
      rows.push({
        question: id,
        taskType,
        preset,
        expected,
        answer,
        right: right ? 1 : 0,
        costMicros,
        latencyMs: latencyMs ?? '',
        calls,
        state,
      })
    }
  }
  return rows
}
