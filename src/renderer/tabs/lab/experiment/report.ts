import { formatDuration, formatNumber } from '../../../../shared/format.ts'
import type { DataSet, EntryResult, Estimate95, Experiment, ExperimentResults } from '../../../../shared/lab.ts'
import { m } from '../../../app/messages.ts'
import { w } from '../words.ts'

/** An experiment to read and to pass on: Markdown, in the language of the page. */
export function reportOf({ name, recorded }: Experiment, dataSet: DataSet, results: ExperimentResults): string {
  const { entries, reference, aiq, aiqSingles, differing } = results
  const against = reference === null ? undefined : entries[reference]?.name
  const columns = [w.thName, w.thRight, w.thDifference, w.thCost, w.thCalls, w.thEscalated, 'p50 / p95', w.noAnswer]
  const lines = [columns, columns.map(() => '---'), ...entries.map(cellsOf)].map((cells) => `| ${cells.map(escaped).join(' | ')} |`)
  const paragraphs = [
    `# ${name}`,
    `${w.reportOn(dataSet.name, w.questions(dataSet.questions), recorded)} ${w.reportBrackets}${against === undefined ? '' : ` ${w.difference(against)}`}`,
    lines.join('\n'),
    ...(aiq === null || aiqSingles === null
      ? []
      : [`${w.aiq}: ${formatNumber(aiq, 3)} (${w.withoutStrategies(formatNumber(aiqSingles, 3))}).`]),
    differing === 0 ? w.differNone : w.reportDiffer(w.questions(differing)),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function cellsOf({ name, onFront, accuracy, difference, cost, calls, escalated, latencyMs, failed }: EntryResult): string[] {
  return [
    onFront ? `${name} *` : name,
    withInterval(accuracy, 100, 2, ' %'),
    difference === null ? m.common.unknown : withInterval(difference, 100, 2),
    // Micro-dollars a question are a thousandth of a dollar for 1,000 questions.
    withInterval(cost, 0.001, 3),
    formatNumber(calls, 2),
    `${formatNumber(100 * escalated, 1)} %`,
    latencyMs === null ? m.common.unknown : `${formatDuration(latencyMs.p50)} / ${formatDuration(latencyMs.p95)}`,
    formatNumber(failed),
  ]
}

function withInterval({ value, low, high }: Estimate95, times: number, digits: number, unit = ''): string {
  const [middle, from, to] = [value, low, high].map((each) => formatNumber(times * each, digits))
  return `${middle}${unit} [${from}; ${to}]`
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|')
}
