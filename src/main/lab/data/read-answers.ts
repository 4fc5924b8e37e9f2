import { TuttiError } from '../../../shared/errors.ts'
import { ModelRef } from '../../../shared/ids.ts'
import type { RecordedAnswer } from '../../../shared/lab.ts'
import { say } from '../../../shared/sentence.ts'
import { bareAnswer } from './bare-answer.ts'
import { amountOf, COLUMNS, cellOf } from './columns.ts'
import type { ProblemList } from './problem-list.ts'
import { type FileRecord, readRecords } from './read-records.ts'

/** Dollars per million tokens. */
export interface TokenPrice {
  readonly input: number
  readonly output: number
}

export interface ReadAnswer {
  readonly line: number
  /** Id or words of the question. */
  readonly question: string
  readonly answer: Omit<RecordedAnswer, 'question'>
  readonly end: number
}

/** Answers that models gave, one at a time. `priceOf`: what the tokens of a model cost where the table has tokens and no price. */
export async function* readAnswers(
  path: string,
  priceOf: (model: ModelRef) => TokenPrice | null,
  refOf: (name: string) => ModelRef,
  problems: ProblemList,
  signal: AbortSignal,
): AsyncGenerator<ReadAnswer> {
  let any = false
  for await (const record of readRecords(path, problems, signal)) {
    const { line, end } = record
    const question = [...COLUMNS.id.slice(1), 'id', ...COLUMNS.question]
      .map((name) => record.fields.get(name))
      .find((value) => value !== undefined)
    const name = cellOf(record, 'model')?.trim()
    if (!any && (question === undefined || name === undefined)) throw missingColumns(question, name, record)
    any = true
    if (question === undefined || name === undefined || name === '') {
      problems.add(line, question === undefined ? 'question_id' : 'model', say('lab.whose-answer'))
      continue
    }
    const right = rightOf(record)
    if (right === null) problems.add(line, 'right', say('lab.neither-true', { text: cellOf(record, 'right') ?? '' }), false)
    const model = refOf(name)
    yield {
      line,
      question,
      end,
      answer: {
        model,
        text: textOf(record),
        ...(right === null || right === undefined ? {} : { right }),
        costMicros: costOf(record, priceOf(model)),
        latencyMs: amountOf(record, 'latencyMs') ?? secondsOf(record),
      },
    }
  }
}

/** A model's name as a reference; one without a vendor is known as recorded alone. */
export function recordedRef(name: string): ModelRef {
  const known = ModelRef.safeParse(name)
  return known.success ? known.data : ModelRef.parse(`recorded/${name.trim().replace(/\s+/g, '-').slice(0, 200)}`)
}

/**
 * A whole text as it is; an answer alone in a form in which it is read as such, blanks and all. Null: the model gave none, which a column
 * that is missing or, in JSON, null says; an empty text is an answer.
 */
function textOf(record: FileRecord): string | null {
  const text = cellOf(record, 'text')
  if (text !== undefined) return text
  const answer = cellOf(record, 'answer')
  if (answer === undefined) return null
  if (answer.includes('\n') && answer.length > 200) return answer
  return bareAnswer(answer)
}

function rightOf(record: FileRecord): boolean | undefined | null {
  const text = cellOf(record, 'right')?.trim().toLowerCase()
  if (text === undefined || text === '') return undefined
  if (/^(?:1|1\.0|true|yes|y|right|correct)$/.test(text)) return true
  return /^(?:0|0\.0|false|no|n|wrong|incorrect)$/.test(text) ? false : null
}

function costOf(record: FileRecord, known: TokenPrice | null): number | null {
  const micros = amountOf(record, 'costMicros')
  if (micros !== null) return micros
  const dollars = amountOf(record, 'costDollars')
  if (dollars !== null) return dollars * 1_000_000
  const [input, output] = [amountOf(record, 'inputTokens'), amountOf(record, 'outputTokens')]
  const [inputPrice, outputPrice] = [amountOf(record, 'inputPrice') ?? known?.input, amountOf(record, 'outputPrice') ?? known?.output]
  if ((input === null && output === null) || inputPrice === undefined || outputPrice === undefined) return null
  // Dollars per million tokens are micro-dollars a token.
  return (input ?? 0) * inputPrice + (output ?? 0) * outputPrice
}

function secondsOf(record: FileRecord): number | null {
  const seconds = amountOf(record, 'latencySeconds')
  return seconds === null ? null : seconds * 1_000
}

function missingColumns(question: string | undefined, model: string | undefined, { line, fields }: FileRecord): TuttiError {
  const missing = [...(question === undefined ? ['question_id'] : []), ...(model === undefined ? ['model'] : [])]
  return new TuttiError(
    'invalid-input',
    `The answers' line ${line} has no column “${missing.join('” and no column “')}”; it has ${[...fields.keys()].map((name) => `“${name}”`).join(', ')}.`,
    { data: { line, field: missing.join(', ') } },
  )
}
