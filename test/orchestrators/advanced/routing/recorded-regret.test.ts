import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CompleteQuestion } from '../../../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { seededRandom } from '../../../../src/main/orchestrators/advanced/routing/seeded-random.ts'
import { simulateRouter } from '../../../../src/main/orchestrators/advanced/routing/simulate-router.ts'
import { ModelRef } from '../../../../src/shared/ids.ts'

/** Answers of real models to GSM8K and CRUXEval; not part of this repository. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/data/recorded/', import.meta.url))
const present = existsSync(FOLDER)
if (!present) console.warn('Skipped: the recorded answers of real models are not on this machine.')

const NAMES = [
  'deepseek-v2.5-0908',
  'gpt-4o-mini-2024-07-18',
  'gemini-1.5-flash',
  'Meta-Llama-3.1-70B-Instruct',
  'gpt-4o-2024-08-06',
  'claude-3-5-sonnet-20241022',
  'claude-3-haiku-20240307',
  'Mistral-Large-2',
]
const Recorded = z.object({
  inTok: z.array(z.number()),
  models: z.record(z.string(), z.object({ ok: z.array(z.number()), outTok: z.array(z.number()), price: z.array(z.number()).nullish() })),
})
/** Questions over which the regret to beat was measured. */
const MEASURED_OVER = 2_840

function questionsOf(set: 'gsm' | 'crux'): CompleteQuestion[] {
  const { inTok, models } = Recorded.parse(JSON.parse(gunzipSync(readFileSync(`${FOLDER}${set}.json.gz`)).toString('utf8')))
  return inTok.map((tokens, index) => ({
    taskType: set,
    answers: NAMES.map((name) => {
      const { ok = [], outTok = [], price = [] } = models[name] ?? {}
      const costMicros = tokens * (price?.[0] ?? 0) + (outTok[index] ?? 0) * (price?.[1] ?? 0)
      return { key: 'x', right: ok[index] === 1, costMicros }
    }),
  }))
}

/** The mean regret over ten orders of the questions, thirty of each set known before. */
function meanRegret(all: readonly CompleteQuestion[], lambda: number): { regret: number; count: number } {
  const trials = Array.from({ length: 10 }, (_, seed) => {
    const random = seededRandom(`order ${seed}`)
    const shuffled = all.map((question) => ({ question, place: random() })).toSorted((a, b) => a.place - b.place)
    const seen = new Map<string, number>()
    const placed = shuffled.map(({ question }) => {
      const nth = (seen.get(question.taskType) ?? 0) + 1
      seen.set(question.taskType, nth)
      return { question, known: nth <= 30 }
    })
    const prior = placed.flatMap(({ question, known }) => (known ? [question] : []))
    const questions = placed.flatMap(({ question, known }) => (known ? [] : [question]))
    const models = NAMES.map((name) => ModelRef.parse(`recorded/${name}`))
    return { ...simulateRouter({ models, questions, prior, lambda, seed: `draw ${seed}` }), count: questions.length }
  })
  const regret = trials.reduce((sum, trial) => sum + trial.regret, 0) / trials.length
  return { regret, count: trials[0]?.count ?? 0 }
}

describe.skipIf(!present)('B5 the router on recorded answers of real models', () => {
  it.each([
    [0.01, 34],
    [0.05, 48],
  ])('at λ %d regrets at most %d answers over as many questions', (lambda, most) => {
    const { regret, count } = meanRegret([...questionsOf('gsm'), ...questionsOf('crux')], lambda)
    expect(regret).toBeLessThanOrEqual((most * count) / MEASURED_OVER)
  })
})
