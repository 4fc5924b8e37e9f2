import type { DataSet, Estimate95, Experiment } from '../../../shared/lab.ts'
import { csvOf } from '../../../shared/metrics-export.ts'
import type { Database } from '../../store/database.ts'
import { experimentResults, questionRows } from './results.ts'

interface Exported {
  readonly experiment: Experiment
  readonly dataSet: DataSet
  readonly format: 'csv' | 'json' | 'markdown'
}

/** CSV: a line a question and entry. JSON: everything. Markdown: a report to read. */
export async function exportExperiment(
  { experiment, dataSet, format }: Exported,
  db: Database,
  breathe: () => Promise<void>,
): Promise<string> {
  if (format === 'csv') return csvOf(await rowsOf(experiment, db, breathe))
  const results = await experimentResults(experiment, db, breathe)
  if (format === 'json') return JSON.stringify({ experiment, dataSet, results, rows: await rowsOf(experiment, db, breathe) }, null, 1)
  const { entries, reference } = results
  const lines = entries.map((entry) =>
    [
      `${entry.name}${entry.onFront ? ' *' : ''}`,
      percent(entry.accuracy),
      entry.difference === null ? '–' : points(entry.difference),
      dollars(entry.cost),
      entry.calls.toFixed(2),
      `${(100 * entry.escalated).toFixed(1)} %`,
      entry.latencyMs === null ? '–' : `${Math.round(entry.latencyMs.p50)} / ${Math.round(entry.latencyMs.p95)} ms`,
      String(entry.failed),
    ].join(' | '),
  )
  const against = reference === null ? '' : ` Differences are paired by question, against ${entries[reference]?.name ?? ''}.`
  const aiq =
    results.aiq === null ? [] : ['', `AIQ ${results.aiq.toFixed(3)}; of single models alone ${(results.aiqSingles ?? 0).toFixed(3)}.`]
  return [
    `# ${experiment.name}`,
    '',
    `Data set “${dataSet.name}”: ${dataSet.questions} questions, ${experiment.recorded ? 'recorded answers' : 'asked live'}.`,
    `Brackets hold 95 % intervals (bootstrap over questions).${against} An asterisk marks the front: nothing is both cheaper and better.`,
    '',
    '| preset | right | difference | $ for 1,000 questions | calls | escalated | p50 / p95 | no answer |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
    ...aiq,
    '',
    `They differ on ${results.differing} questions.`,
    '',
  ].join('\n')
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

function percent({ value, low, high }: Estimate95): string {
  return `${(100 * value).toFixed(2)} % [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`
}

function points({ value, low, high }: Estimate95): string {
  return `${(100 * value).toFixed(2)} [${(100 * low).toFixed(2)}, ${(100 * high).toFixed(2)}]`
}

/** Micro-dollars a question are a thousandth of a dollar for 1,000 questions. */
function dollars({ value, low, high }: Estimate95): string {
  return `${(value / 1000).toFixed(3)} [${(low / 1000).toFixed(3)}, ${(high / 1000).toFixed(3)}]`
}
