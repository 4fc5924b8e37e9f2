import type { Disagreement, Experiment } from '../../../shared/lab.ts'
import { extractAnswer } from '../../orchestrators/advanced/consensus/extract-answer.ts'
import type { Database } from '../../store/database.ts'
import { differ, questionRows } from './results.ts'

/** Longer answers are cut in the list. */
const LONGEST = 400

/** Questions to which the entries gave unlike answers, in their order. */
export async function disagreements(
  { experiment, offset, limit }: { readonly experiment: Experiment; readonly offset: number; readonly limit: number },
  db: Database,
  breathe: () => Promise<void>,
): Promise<{ total: number; items: Disagreement[] }> {
  let total = 0
  const items: Disagreement[] = []
  for await (const { id, question, expected, rows } of questionRows(experiment, db, breathe)) {
    if (rows.length !== experiment.entries.length || !differ(rows, question)) continue
    if (total >= offset && items.length < limit) {
      items.push({
        id,
        question,
        expected,
        answers: rows.map(({ entry, answer, right }) => ({ entry, answer: extractAnswer(answer).text.slice(0, LONGEST), right })),
      })
    }
    total += 1
  }
  return { total, items }
}
