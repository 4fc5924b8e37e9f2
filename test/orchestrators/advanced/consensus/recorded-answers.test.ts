import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { groupAnswers } from '../../../../src/main/orchestrators/advanced/consensus/group-answers.ts'

/** Answers of real models to GSM8K and CRUXEval; not part of this repository. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/data/recorded/', import.meta.url))
const present = existsSync(FOLDER)
if (!present) console.warn('Skipped: the recorded answers of real models are not on this machine.')

const Labels = z.object({
  ids: z.array(z.string()),
  question: z.array(z.string()),
  gold: z.array(z.union([z.string(), z.number()])),
  models: z.record(z.string(), z.object({ ok: z.array(z.number()) })),
})
const Output = z.object({ id: z.string(), output: z.string() })

function unzipped(name: string): string {
  return gunzipSync(readFileSync(`${FOLDER}${name}`)).toString('utf8')
}

/** The share of a model's answers that we call right or wrong as the data set's own label does. */
function sameVerdict(set: 'gsm' | 'crux', model: string): number {
  const labels = Labels.parse(JSON.parse(unzipped(`${set}.json.gz`)))
  const places = new Map(labels.ids.map((id, index) => [id, index]))
  const verdicts = unzipped(`text/${set}.${model}.jsonl.gz`)
    .split('\n')
    .flatMap((line) => {
      if (line === '') return []
      const { id, output } = Output.parse(JSON.parse(line))
      const place = places.get(id) ?? -1
      const texts = [`Answer: ${labels.gold[place]}`, output]
      const ballots = texts.map((text, index) => ({ member: `m${index}`, number: index + 1, strength: 0, text }))
      const equal = groupAnswers(ballots, labels.question[place]).length === 1
      return [equal === (labels.models[model]?.ok[place] === 1)]
    })
  return verdicts.filter(Boolean).length / verdicts.length
}

describe.skipIf(!present)('B4 consensus on recorded answers of real models', () => {
  it.each(['gpt-4o-2024-08-06', 'claude-3-5-sonnet-20241022', 'Meta-Llama-3.1-8B-Instruct', 'gemini-1.5-flash', 'Qwen2-72B-Instruct'])(
    'reads at least 995 of 1,000 sums of %s right',
    (model) => {
      expect(sameVerdict('gsm', model)).toBeGreaterThan(0.995)
    },
  )

  it.each(['gpt-4o-2024-08-06', 'claude-3-5-sonnet-20241022', 'Meta-Llama-3.1-8B-Instruct', 'gemini-1.5-flash', 'Qwen2-72B-Instruct'])(
    'reads at least 97 of 100 literals of %s right',
    (model) => {
      expect(sameVerdict('crux', model)).toBeGreaterThan(0.97)
    },
  )
})
