import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExperimentId } from '../../src/shared/ids.ts'
import { CascadeSettings } from '../../src/shared/preset.ts'
import { type AppClient, ask, openApp, savePreset } from './support.ts'

const MODELS = ['demo/quick', 'demo/steady', 'demo/careful'] as const
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeEach(async () => {
  app = await openApp()
  client = app.client
})
afterEach(() => app.close())

async function upload(rows: readonly object[]): Promise<string> {
  const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const { id } = await client.data.beginUpload({ name: 'rows.jsonl', bytes: bytes.byteLength })
  await client.data.upload({ id, offset: 0, base64: bytes.toString('base64') })
  return id
}

/** Sums; the quick member errs in every third, the steady one in every tenth. */
async function importSums(count: number, recorded = true) {
  const numbers = Array.from({ length: count }, (_, place) => place + 2)
  const answers = numbers.flatMap((n, place) =>
    MODELS.map((model, at) => {
      const wrong = place % ([3, 10, 50][at] ?? 1) === 0
      return {
        question_id: `q${n}`,
        model,
        answer: String(n * 7 + (wrong ? at + 1 : 0)),
        cost_micros: [10, 60, 900][at],
        latency_ms: 100 * (at + 1),
      }
    }),
  )
  return client.lab.importData({
    questions: await upload(numbers.map((n) => ({ id: `q${n}`, question: `What is ${n} * 7?`, expected: String(n * 7) }))),
    answers: recorded ? await upload(answers) : null,
    name: 'Sums',
  })
}

async function finished(id: ExperimentId) {
  for await (const { experiments } of await client.lab.watch()) {
    const experiment = experiments.find((each) => each.id === id)
    if (experiment && experiment.state !== 'running') return experiment
  }
  throw new Error('The Lab was closed.')
}

describe('F4 experiments', () => {
  test('figures of recorded answers are those that can be counted by hand', async () => {
    const { id, models, problemCount } = await importSums(60)
    expect(models.map(({ model }) => model)).toEqual(MODELS)
    // Question 1 is wrong everywhere: no recorded answer matches what is expected.
    expect(problemCount).toBe(1)
    const { id: experiment } = await client.lab.start({
      name: 'Sums',
      dataSet: id,
      presets: ['models', 'voting', 'calibrated'],
      recorded: true,
    })
    expect(await finished(experiment)).toMatchObject({ state: 'done', done: 300, spentMicros: 0 })
    const { entries, reference } = await client.lab.results({ id: experiment })
    expect(entries.slice(0, 3).map(({ accuracy, cost, calls }) => [accuracy.value, cost.value, calls])).toEqual([
      [40 / 60, 10, 1],
      [54 / 60, 60, 1],
      [58 / 60, 900, 1],
    ])
    expect(reference).toBe(2)
    expect(entries[0]?.difference?.value).toBeCloseTo(-18 / 60)
    expect(entries[3]?.latencyMs?.p50).toBeGreaterThanOrEqual(200)
    const { total, items } = await client.lab.disagreements({ id: experiment, limit: 5 })
    expect(total).toBeGreaterThan(0)
    expect(items[0]?.answers).toHaveLength(5)
  })

  test('models of one name are told apart, and questions that nobody was recorded on count for nobody', async () => {
    const questions = Array.from({ length: 12 }, (_, n) => ({ id: `q${n}`, question: `What is ${n} * 7?`, expected: String(n * 7) }))
    const answers = questions.flatMap(({ id, expected }, place) => [
      { question_id: id, model: 'one/same', answer: expected, cost_micros: 10 },
      ...(place % 3 === 0 ? [] : [{ question_id: id, model: 'two/same', answer: expected, cost_micros: 20 }]),
    ])
    const { id } = await client.lab.importData({ questions: await upload(questions), answers: await upload(answers), name: 'Sparse' })
    const { id: experiment } = await client.lab.start({
      name: 'x',
      dataSet: id,
      presets: ['models', 'voting', 'calibrated'],
      recorded: true,
    })
    expect(await finished(experiment)).toMatchObject({ state: 'done' })
    const { entries } = await client.lab.results({ id: experiment })
    expect(entries.slice(0, 3).map(({ name, asked, accuracy }) => [name, asked, accuracy.value])).toEqual([
      ['one/same', 12, 1],
      ['two/same', 8, 1],
      ['Vote', 12, 1],
    ])
    expect(entries[3]?.accuracy.value).toBe(1)
  })

  test('paused and killed, it goes on where it was, and every row is counted once', async () => {
    const { id } = await importSums(400)
    const { id: experiment } = await client.lab.start({ name: 'Long', dataSet: id, presets: ['models', 'voting'], recorded: true })
    for await (const { experiments } of await client.lab.watch()) if ((experiments[0]?.done ?? 0) > 0) break
    const paused = await client.lab.pause({ id: experiment })
    expect(paused.done).toBeLessThan(paused.total)
    await client.lab.resume({ id: experiment })
    await app.close()
    app = await openApp({ home: app.home })
    client = app.client
    expect(await finished(experiment)).toMatchObject({ state: 'done', done: 1_600, total: 1_600 })
    const { entries } = await client.lab.results({ id: experiment })
    expect(entries.map(({ asked }) => asked)).toEqual([400, 400, 400, 400])
  })

  test('asked live, each answer is a run of its own', async () => {
    const { id } = await importSums(6, false)
    const asked = { name: 'Live', dataSet: id, presets: ['demo/careful'], recorded: false }
    await expect(client.lab.start({ ...asked, recorded: true })).rejects.toThrow(/no recorded answers/)
    expect(await client.lab.estimate(asked)).toMatchObject({ questions: 6, aboutMicros: 0 })
    const { id: experiment } = await client.lab.start(asked)
    expect(await finished(experiment)).toMatchObject({ state: 'done', done: 6 })
    expect(await client.runs.list({ lab: true })).toHaveLength(6)
    expect(await client.runs.list({})).toEqual([])
    expect(await client.runs.list({ lab: null })).toHaveLength(6)
    expect((await client.lab.results({ id: experiment })).entries[0]?.accuracy.value).toBeGreaterThan(0.5)
  })

  test('a preset that asks somebody who was not recorded is named', async () => {
    const { id } = await importSums(5)
    const preset = await savePreset(client, ['openai/gpt-5'], { strategy: 'sequential', minCharacters: 1 })
    const start = client.lab.start({ name: 'x', dataSet: id, presets: [preset], recorded: true })
    await expect(start).rejects.toThrow(/asks openai\/gpt-5, of which “Sums” has no recorded answers/)
    await expect(client.lab.start({ name: 'x', dataSet: id, presets: ['nobody'], recorded: true })).rejects.toThrow(
      /no preset or model “nobody”/,
    )
  })
})

describe('B5 routing by what the Lab has learned', () => {
  async function learnSums() {
    const { id } = await importSums(120)
    const { id: experiment } = await client.lab.start({ name: 'Sums', dataSet: id, presets: ['models'], recorded: true })
    await finished(experiment)
    await client.lab.learnRouting({ id: experiment })
    return id
  }

  test('a calibrated preset decides by it and cites the data set; forgotten, it goes by agreement', async () => {
    const dataSet = await learnSums()
    const preset = await savePreset(client, MODELS, CascadeSettings.parse({ strategy: 'cascade', stopOn: 'calibrated' }))
    const learned = await ask(client, 'What is 6 * 7?', preset)
    expect(learned.decisions.find(({ title }) => title === 'As learned from “Sums”')?.reason).toMatch(
      /calibrated these members on 120 questions/,
    )
    expect(learned.decisions.some(({ title }) => title === 'Stopped asking')).toBe(true)
    await client.lab.forget({ id: dataSet })
    const forgotten = await ask(client, 'What is 6 * 7?', preset)
    expect(forgotten.decisions.some(({ title }) => title.startsWith('As learned'))).toBe(false)
  })

  test('what was measured is in the router’s own reckoning: Auto cites the data set with its numbers', async () => {
    const auto = await savePreset(client, MODELS, { strategy: 'auto' })
    const before = await ask(client, 'What is 6 * 7?', auto)
    expect(before.decisions.map(({ reason }) => reason).join(' ')).not.toContain('“Sums”')
    const dataSet = await learnSums()
    const decided = (await ask(client, 'What is 6 * 7?', auto)).decisions.find(({ kind }) => kind === 'auto')
    // 120 questions count as 30 at most; the careful one was right in 117 of them.
    expect(decided?.reason).toMatch(/Known of \w+: .*Careful 0\.9\d \(30 answers, 30 of them in the Lab’s “Sums”/)
    await client.lab.forget({ id: dataSet })
    const after = await ask(client, 'What is 6 * 7?', auto)
    expect(after.decisions.map(({ reason }) => reason).join(' ')).not.toContain('“Sums”')
  })

  test('it outlives the data set and a restart', async () => {
    await client.lab.removeDataSet({ id: await learnSums() })
    await app.close()
    app = await openApp({ home: app.home })
    client = app.client
    expect((await client.lab.view()).learned).toMatchObject([{ dataSet: 'Sums', questions: 120 }])
  })

  test('whom the user chose is asked, and nobody else, whatever was learned', async () => {
    await learnSums()
    const preset = await savePreset(client, MODELS, CascadeSettings.parse({ strategy: 'cascade', stopOn: 'calibrated' }))
    for (const only of [['m1'], ['m3'], ['m1', 'm3']]) {
      const { id } = await client.conversations.create({})
      const { runId } = await client.chat.send({
        conversationId: id,
        parentId: null,
        text: 'What is 8 * 7?',
        attachments: [],
        presetId: preset,
        allowNoPrice: false,
        only,
      })
      for await (const _ of await client.runs.watch({ id: runId, after: null }));
      const { speakers } = await client.runs.get({ id: runId })
      expect(speakers.map(({ id: speaker }) => speaker)).toEqual(only)
    }
  })
})
