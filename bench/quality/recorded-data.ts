import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { bareAnswer } from '../../src/main/lab/data/bare-answer.ts'
import { recordedRef } from '../../src/main/lab/data/read-answers.ts'
import type { ModelRef } from '../../src/shared/ids.ts'

/** Recorded answers of real models; not part of the project, so the bench does without where they are not there. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../shared/data/recorded', import.meta.url))
export const BASELINE_FILE = fileURLToPath(new URL('../../../shared/baseline/calibrated-cascade.mjs', import.meta.url))
export const isThere = existsSync(DATA_FOLDER) && existsSync(BASELINE_FILE)

const Columns = z.object({
  dataset: z.string(),
  ids: z.array(z.string()),
  question: z.array(z.string()),
  gold: z.array(z.string()),
  inTok: z.array(z.number()),
  models: z.record(
    z.string(),
    z.object({
      ans: z.array(z.string().nullable()),
      ok: z.array(z.number()),
      outTok: z.array(z.number()),
      price: z.tuple([z.number(), z.number()]).optional().nullable(),
    }),
  ),
})

export interface RecordedQuestion {
  readonly id: string
  readonly dataSet: string
  readonly question: string
  readonly expected: string
  readonly answers: ReadonlyMap<string, { readonly text: string | null; readonly right: boolean; readonly costMicros: number }>
}

/** Hidden reasoning or prices that nobody was charged: nothing to compare costs with. */
const NOT_COMPARED = /^o1|exp-|chatgpt-4o/

/** Models that every set has recorded, at a price. */
export function comparedModels(sets: readonly string[]): string[] {
  const [first = [], ...others] = sets.map((name) =>
    Object.entries(readColumns(name).models).flatMap(([model, { price }]) => (price && !NOT_COMPARED.test(model) ? [model] : [])),
  )
  return first.filter((model) => others.every((models) => models.includes(model)))
}

/** The models that are most often right on these questions, the best first. */
export function mostAccurate(questions: readonly RecordedQuestion[], count: number): string[] {
  const right = (model: string) => questions.filter(({ answers }) => answers.get(model)?.right).length
  return [...(questions[0]?.answers.keys() ?? [])]
    .map((model) => ({ model, right: right(model) }))
    .toSorted((a, b) => b.right - a.right)
    .slice(0, count)
    .map(({ model }) => model)
}

function readColumns(name: string): z.infer<typeof Columns> {
  return Columns.parse(JSON.parse(gunzipSync(readFileSync(`${DATA_FOLDER}/${name}.json.gz`)).toString()))
}

/** The questions of these sets in their order, as the Lab reads them from a table of bare answers. */
export function recordedQuestions(sets: readonly string[], models: readonly string[]): RecordedQuestion[] {
  return sets.flatMap((name) => {
    const columns = readColumns(name)
    return columns.ids.map((id, at) => ({
      id,
      dataSet: columns.dataset,
      question: columns.question[at] ?? '',
      expected: columns.gold[at] ?? '',
      answers: new Map(
        models.flatMap((model) => {
          const column = columns.models[model]
          if (!column?.price) return []
          const answer = column.ans[at] ?? null
          const [input, output] = column.price
          const costMicros = (columns.inTok[at] ?? 0) * input + (column.outTok[at] ?? 0) * output
          return [[model, { text: answer === null ? null : bareAnswer(answer), right: column.ok[at] === 1, costMicros }]]
        }),
      ),
    }))
  })
}

export function refOf(model: string): ModelRef {
  return recordedRef(model)
}
