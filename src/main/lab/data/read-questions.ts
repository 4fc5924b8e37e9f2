import { TuttiError } from '../../../shared/errors.ts'
import { LabQuestion } from '../../../shared/lab.ts'
import { say } from '../../../shared/sentence.ts'
import { cellOf } from './columns.ts'
import type { ProblemList } from './problem-list.ts'
import { readRecords } from './read-records.ts'

export interface ReadQuestion {
  readonly line: number
  readonly question: LabQuestion
  /** Bytes of the file up to here. */
  readonly end: number
}

/**
 * The questions of a file, one at a time. A line without a question or an expected answer is left out and told; one without an id has its
 * line for one. Throws 'invalid-input' where the file's first row has no such columns.
 */
export async function* readQuestions(path: string, problems: ProblemList, signal: AbortSignal): AsyncGenerator<ReadQuestion> {
  let any = false
  for await (const record of readRecords(path, problems, signal)) {
    const { line, fields, end } = record
    const question = cellOf(record, 'question')
    const expected = cellOf(record, 'expected')
    if (!any && (question === undefined || expected === undefined)) throw missingColumns(question, expected, line, [...fields.keys()])
    any = true
    if (question === undefined || question.trim() === '') {
      problems.add(line, 'question', say('lab.no-question'))
      continue
    }
    if (expected === undefined || expected.trim() === '') {
      problems.add(line, 'expected', say('lab.no-expected'))
      continue
    }
    const read = LabQuestion.safeParse({
      id: cellOf(record, 'id')?.trim() || `line-${line}`,
      question,
      expected,
      taskType: cellOf(record, 'taskType')?.trim() ?? '',
    })
    if (read.success) yield { line, question: read.data, end }
    else {
      const [issue] = read.error.issues
      problems.add(line, String(issue?.path[0] ?? ''), issue?.message ?? say('lab.unreadable'))
    }
  }
}

function missingColumns(question: string | undefined, expected: string | undefined, line: number, columns: readonly string[]): TuttiError {
  const missing = [...(question === undefined ? ['question'] : []), ...(expected === undefined ? ['expected'] : [])]
  return new TuttiError(
    'invalid-input',
    `Line ${line} has no column “${missing.join('” and no column “')}”; it has ${columns.map((name) => `“${name}”`).join(', ')}. Name the columns question and expected.`,
    { data: { line, field: missing.join(', ') } },
  )
}
