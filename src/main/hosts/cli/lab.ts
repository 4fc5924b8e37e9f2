import { basename } from 'node:path'
import { TuttiError } from '../../../shared/errors.ts'
import { formatPlural } from '../../../shared/format.ts'
import type { ExperimentId } from '../../../shared/ids.ts'
import type { DataSet, Estimate95, Experiment, ExperimentResults } from '../../../shared/lab.ts'
import type { CoreClient } from '../core/core-connection.ts'
import type { Seat } from '../core/seat.ts'
import type { LabArguments } from './arguments.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { upload } from './upload.ts'

const MOST_PROBLEMS = 10
const UNKNOWN = '–'

/** Runs an experiment on files and prints what came of it. It stays in the Lab. Returns the exit code. */
export async function lab(args: LabArguments, seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const client = await seat.connect()
  const calls = { client, interrupted }
  const questions = await upload(calls, args.data)
  const answers = args.answers === null ? null : await upload(calls, args.answers)
  const name = args.name || basename(args.data)
  const dataSet = await client.lab.importData({ questions, answers, name }, { signal: interrupted })
  tellProblems(dataSet, terminal)
  const { presets, budgetMicros, allowNoPrice } = args
  const started = await client.lab.start({
    name,
    dataSet: dataSet.id,
    presets: [...presets],
    recorded: answers !== null,
    budgetMicros,
    allowNoPrice,
  })
  const experiment = await follow(client, started.id, terminal, interrupted)
  if (experiment.error !== null) throw TuttiError.fromInfo(experiment.error)
  const results = await client.lab.results({ id: experiment.id })
  terminal.out(args.json ? `${JSON.stringify({ experiment, dataSet, results })}\n` : `${table(results)}\n`)
  if (args.learn) {
    await client.lab.learnRouting({ id: experiment.id })
    terminal.note('Routing has learned from it.')
  }
  return EXIT_CODES.answered.code
}

function tellProblems({ name, questions, models, problems, problemCount }: DataSet, terminal: Terminal): void {
  terminal.note(
    `${name}: ${formatPlural(questions, 'question', 'questions')}, recorded answers of ${formatPlural(models.length, 'model', 'models')}.`,
  )
  for (const { file, line, message } of problems.slice(0, MOST_PROBLEMS)) terminal.note(`${file}, line ${line ?? UNKNOWN}: ${message}`)
  if (problemCount > MOST_PROBLEMS) terminal.note(`… and ${problemCount - MOST_PROBLEMS} more.`)
}

async function follow(client: CoreClient, id: ExperimentId, terminal: Terminal, interrupted: AbortSignal): Promise<Experiment> {
  let told = 0
  for await (const { experiments } of await client.lab.watch(undefined, { signal: interrupted })) {
    const experiment = experiments.find((each) => each.id === id)
    if (experiment === undefined) break
    if (experiment.state !== 'running') return experiment
    const tenth = Math.floor((experiment.done / experiment.total) * 10)
    if (tenth > told) terminal.note(`${tenth * 10} %`)
    told = Math.max(told, tenth)
  }
  if (interrupted.aborted) await client.lab.pause({ id })
  throw new TuttiError('cancelled', 'The experiment was stopped; it can be resumed in the Lab.')
}

function table({ entries, reference, aiq, aiqSingles, differing }: ExperimentResults): string {
  const head = ['', 'right', '95 %', 'difference', '$ / 1,000', '95 %', 'calls', 'escalated', 'p50 ms', 'p95 ms', 'failed']
  const rows = entries.map((entry) => [
    `${entry.onFront ? '* ' : '  '}${entry.name}`,
    `${(100 * entry.accuracy.value).toFixed(2)} %`,
    range(entry.accuracy, 100, 1),
    entry.difference === null ? UNKNOWN : `${(100 * entry.difference.value).toFixed(2)} ${range(entry.difference, 100, 2)}`,
    // Micro-dollars a question are a thousandth of a dollar for 1,000 questions.
    (entry.cost.value / 1000).toFixed(3),
    range(entry.cost, 0.001, 3),
    entry.calls.toFixed(2),
    `${(100 * entry.escalated).toFixed(1)} %`,
    entry.latencyMs === null ? UNKNOWN : String(Math.round(entry.latencyMs.p50)),
    entry.latencyMs === null ? UNKNOWN : String(Math.round(entry.latencyMs.p95)),
    String(entry.failed),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const lines = [head, ...rows].map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
  const against = reference === null ? [] : [`Differences are in points against ${entries[reference]?.name}, paired by question.`]
  const area = aiq === null || aiqSingles === null ? [] : [`AIQ ${aiq.toFixed(3)}; of single models alone ${aiqSingles.toFixed(3)}.`]
  return [
    ...lines,
    '',
    '* on the front: nothing is both cheaper and better.',
    ...against,
    ...area,
    `They differ on ${differing} questions.`,
  ].join('\n')
}

function range({ low, high }: Estimate95, times: number, digits: number): string {
  return `[${(times * low).toFixed(digits)}, ${(times * high).toFixed(digits)}]`
}
