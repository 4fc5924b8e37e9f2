import { CsvError, parse } from 'csv-parse'
import { TuttiError } from '../../../shared/errors.ts'
import { say } from '../../../shared/sentence.ts'
import type { ProblemList } from './problem-list.ts'
import { readJsonItems } from './read-json-items.ts'
import { type Line, readLines } from './read-lines.ts'

/** A row of a table, by column in lower case: what stands there, as text; missing and null ones are left out. */
export interface FileRecord {
  readonly line: number
  readonly fields: ReadonlyMap<string, string>
  /** Bytes of the file up to here. */
  readonly end: number
}

/** A value in quotes that is never closed would swallow the rest of the file. */
const LONGEST_RECORD = 8_000_000

/** Rows of a JSONL, JSON or CSV file, one at a time; what a file is, is known by its first character. */
export async function* readRecords(path: string, problems: ProblemList, signal: AbortSignal): AsyncGenerator<FileRecord> {
  const lines = readLines(path, problems, signal)
  let first = await lines.next()
  while (!first.done && first.value.text.trim() === '') first = await lines.next()
  if (first.done) throw new TuttiError('invalid-input', 'The file is empty.')
  const all = prepend(first.value, lines)
  const start = first.value.text.trimStart()
  if (start.startsWith('[')) yield* readJsonLines(readJsonItems(all), problems)
  else yield* start.startsWith('{') ? readJsonLines(all, problems) : readTable(all, first.value, problems)
}

async function* prepend(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first
  yield* rest
}

async function* readJsonLines(lines: AsyncIterable<Line>, problems: ProblemList): AsyncGenerator<FileRecord> {
  for await (const { number, text, end } of lines) {
    if (text.trim() === '') continue
    const value = parsed(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.add(number, '', say('lab.no-object'))
      continue
    }
    const fields = new Map<string, string>()
    for (const [key, item] of Object.entries(value)) {
      if (item !== null && item !== undefined) fields.set(columnName(key), typeof item === 'string' ? item : JSON.stringify(item))
    }
    yield { line: number, fields, end }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* readTable(lines: AsyncIterable<Line>, head: Line, problems: ProblemList): AsyncGenerator<FileRecord> {
  const start = head.number
  let end = 0
  const parser = parse({
    delimiter: delimiterOf(head.text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  })
  const feed = async () => {
    for await (const line of lines) {
      end = line.end
      if (!parser.write(`${line.text}\n`)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  }
  const fed = feed().catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error(String(error))))
  let columns: readonly string[] | null = null
  let from = start
  try {
    for await (const row of parser) {
      const { record, info } = row
      const values: readonly string[] = record
      const line = from
      from = start + Number(info.lines)
      if (columns === null) {
        columns = values.map(columnName)
        continue
      }
      if (values.length !== columns.length) {
        problems.add(line, '', say('lab.other-width', { values: values.length, columns: columns.length }), values.length < columns.length)
        if (values.length < columns.length) continue
      }
      yield { line, fields: new Map(columns.flatMap((column, at) => (values[at] === undefined ? [] : [[column, values[at]]]))), end }
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    problems.add(from, '', say('lab.broken-off', { why: thrown.message }))
  } finally {
    parser.destroy()
    void fed
  }
}

/** Of comma, semicolon and tab the one that stands in the first line most often. */
function delimiterOf(head: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

/** "Expected answer", "expected_answer" and "expectedAnswer" are one. */
function columnName(name: string): string {
  return name
    .trim()
    .replace(/^\ufeff/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}
