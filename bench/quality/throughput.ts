import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../src/main/app.ts'
import { PIECE_BYTES } from '../../src/shared/data.ts'
import type { Measurement } from '../support/report.ts'
import type { RecordedQuestion } from './recorded-data.ts'

/** The whole way in the app: files in, a run of every model over every question, figures out. */
export async function measureThroughput(questions: readonly RecordedQuestion[], models: readonly string[]): Promise<Measurement[]> {
  const home = mkdtempSync(join(tmpdir(), 'tutti-lab-'))
  const app = await createApp({ home, env: {} })
  const client = createRouterClient(app.router)
  const upload = async (name: string, rows: readonly object[]) => {
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    writeFileSync(join(home, name), bytes)
    const { id } = await client.data.beginUpload({ name, bytes: bytes.byteLength })
    for (let offset = 0; offset < bytes.byteLength; offset += PIECE_BYTES) {
      await client.data.upload({ id, offset, base64: bytes.subarray(offset, offset + PIECE_BYTES).toString('base64') })
    }
    return id
  }
  try {
    const asked = questions.map(({ id, question, expected, dataSet }) => ({ id, question, expected, task_type: dataSet }))
    const answers = questions.flatMap(({ id, answers: of }) =>
      models.map((model) => {
        const answer = of.get(model)
        return { question_id: id, model, text: answer?.text ?? null, right: answer?.right ?? false, cost_micros: answer?.costMicros ?? 0 }
      }),
    )
    const files = { questions: await upload('questions.jsonl', asked), answers: await upload('answers.jsonl', answers) }
    let begun = performance.now()
    const dataSet = await client.lab.importData(files)
    const importSeconds = (performance.now() - begun) / 1000
    begun = performance.now()
    const { id } = await client.lab.start({ name: 'Throughput', dataSet: dataSet.id, presets: ['models'], recorded: true })
    for await (const { experiments } of await client.lab.watch()) if (experiments.every(({ state }) => state !== 'running')) break
    const { entries } = await client.lab.results({ id })
    const runSeconds = (performance.now() - begun) / 1000
    const rows = entries.reduce((sum, entry) => sum + entry.asked, 0)
    const measured = `Lab, ${questions.length} questions × ${models.length} recorded models`
    if (rows !== questions.length * models.length) throw new Error(`Only ${rows} rows were stored.`)
    return [
      { name: `${measured}, import`, value: Number(importSeconds.toFixed(2)), unit: 's', goal: 10 },
      { name: `${measured}, run and figures`, value: Number(runSeconds.toFixed(2)), unit: 's', goal: 10 },
    ]
  } finally {
    await app.close()
    rmSync(home, { recursive: true })
  }
}
