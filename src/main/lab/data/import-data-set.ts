import { stat } from 'node:fs/promises'
import { TuttiError } from '../../../shared/errors.ts'
import type { DataSet } from '../../../shared/lab.ts'
import { say } from '../../../shared/sentence.ts'
import { LabStore, type StoredAnswer, type StoredQuestion } from '../../store/lab-store.ts'
import type { JobContext } from '../../store/worker/job.ts'
import { isRight } from '../grade.ts'
import type { ImportInput, ImportProgress } from '../job-kinds.ts'
import { ProblemList } from './problem-list.ts'
import { readAnswers, recordedRef } from './read-answers.ts'
import { readQuestions } from './read-questions.ts'

/** Rows of one transaction, so that the core's own writes never wait long for the lock. */
const ROWS_A_WRITE = 250
/** With fewer models nothing follows from none of them being right. */
const MODELS_THAT_TELL = 3
const MOST_NEVER_MATCHED = 100

/**
 * Reads a data set, and a table of recorded answers where there is one, row by row into the data folder. What is wrong with the files
 * is told with its line; only a file without the columns is refused.
 */
export async function importDataSet(input: ImportInput, context: JobContext<ImportProgress>): Promise<DataSet> {
  const store = new LabStore(context.db)
  const { id, name, at } = input
  const problems = { questions: new ProblemList('questions'), answers: new ProblemList('answers') }
  const sizes = await Promise.all([input.questions, input.answers].map(async (path) => (path === null ? 0 : (await stat(path)).size)))
  const [questionBytes = 0, answerBytes = 0] = sizes
  const tell = (done: number) => context.emit({ done, total: questionBytes + answerBytes })
  await store.beginDataSet(id, at)
  try {
    const questions = await storeQuestions(input, store, problems.questions, context, tell)
    if (questions === 0) {
      const [first] = problems.questions.kept
      throw new TuttiError(
        'invalid-input',
        `No line of the data set has a question and its answer.${first ? ` Line ${first.line}: ${first.message}` : ''}`,
      )
    }
    if (input.answers !== null) {
      await storeAnswers({ ...input, answers: input.answers }, store, problems.answers, context, (done) => tell(questionBytes + done))
      for (const { line, expected } of store.neverMatched(id, MODELS_THAT_TELL, MOST_NEVER_MATCHED)) {
        problems.questions.add(line, 'expected', say('lab.no-match', { text: expected.slice(0, 80) }), false)
      }
    }
    const dataSet: DataSet = {
      id,
      name,
      questions,
      taskTypes: store.taskTypes(id),
      models: store.models(id),
      problems: [...problems.questions.kept, ...problems.answers.kept],
      problemCount: problems.questions.count + problems.answers.count,
      importedAt: at,
    }
    await store.finishDataSet(dataSet)
    return dataSet
  } catch (thrown) {
    await store.removeDataSet(id)
    throw thrown
  }
}

type Context = JobContext<ImportProgress>
type Tell = (done: number) => Promise<void>

async function storeQuestions(input: ImportInput, store: LabStore, problems: ProblemList, context: Context, tell: Tell): Promise<number> {
  let number = 0
  let batch: (StoredQuestion & { readonly line: number })[] = []
  const lines = new Map<string, number>()
  const write = async (end: number) => {
    await store.addQuestions(input.id, batch)
    batch = []
    lines.clear()
    await tell(end)
  }
  for await (const { line, question, end } of readQuestions(input.questions, problems, context.signal)) {
    const earlier = lines.get(question.id) ?? store.lineOf(input.id, question.id)
    if (earlier !== null && earlier !== undefined) {
      problems.add(line, 'id', say('lab.same-id', { id: question.id, line: String(earlier) }))
      continue
    }
    number += 1
    lines.set(question.id, line)
    batch.push({ ...question, number, line })
    if (batch.length >= ROWS_A_WRITE) await write(end)
  }
  await store.addQuestions(input.id, batch)
  return number
}

async function storeAnswers(
  input: ImportInput & { readonly answers: string },
  store: LabStore,
  problems: ProblemList,
  context: Context,
  tell: Tell,
): Promise<void> {
  const { prices, models } = input
  let batch: StoredAnswer[] = []
  let found: StoredQuestion | null = null
  let key = ''
  for await (const { line, question, answer, end } of readAnswers(
    input.answers,
    (model) => prices[model] ?? null,
    (name) => models[name] ?? recordedRef(name),
    problems,
    context.signal,
  )) {
    if (question !== key) found = store.questionById(input.id, question) ?? store.questionByText(input.id, question)
    key = question
    if (found === null) {
      problems.add(line, 'question_id', say('lab.no-such-question', { text: question.slice(0, 80) }))
      continue
    }
    const right = answer.right ?? (answer.text !== null && isRight(answer.text, found.expected, found.question))
    batch.push({ ...answer, number: found.number, right })
    if (batch.length >= ROWS_A_WRITE) {
      await store.addAnswers(input.id, batch)
      batch = []
      await tell(end)
    }
  }
  await store.addAnswers(input.id, batch)
}
