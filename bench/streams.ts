import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import OpenAI from 'openai'
import { createApp } from '../src/main/app.ts'
import { systemClock } from '../src/main/kernel/clock.ts'
import { ModelRef, PresetId, ProviderId } from '../src/shared/ids.ts'
import { Member } from '../src/shared/preset.ts'
import { median, report } from './support/report.ts'
import { startVendorProcess } from './support/vendor-process.ts'

/** Five answers at once, 50 chunks each, 10 ms apart: what the road adds to the vendor's own SDK, and how soon a stop is seen at the server. */

const STREAMS = 5
const ROUNDS = 9
/** Chunks of an answer and the ms between them. What a run costs besides its chunks falls out of the difference of two of the same pace. */
const PACES = {
  goal: { chunks: 50, chunkMs: 10 },
  'paced-few': { chunks: 50, chunkMs: 2 },
  'paced-many': { chunks: 250, chunkMs: 2 },
  'dense-few': { chunks: 50, chunkMs: 0 },
  'dense-many': { chunks: 2_050, chunkMs: 0 },
} as const
type Pace = keyof typeof PACES

const vendor = await startVendorProcess()
const { url } = vendor
for (const [word, { chunks, chunkMs }] of Object.entries(PACES)) {
  await vendor.script({ user: word }, { text: 'chunk '.repeat(chunks), chunkSize: 6, chunkMs })
}

const sdk = new OpenAI({ apiKey: 'key', baseURL: `${url}/vendor/v1`, maxRetries: 0 })
async function rawStream(word: Pace): Promise<void> {
  const stream = await sdk.chat.completions.create({
    ...{ model: 'm', max_tokens: 2_050, stream: true, stream_options: { include_usage: true } },
    messages: [{ role: 'user', content: word }],
  })
  for await (const _ of stream);
}

const app = await createApp({ home: mkdtempSync(join(tmpdir(), 'tutti-bench-')), env: {} })
const client = createRouterClient(app.router)
const provider = ProviderId.parse('vendor')
await client.providers.save({
  id: provider,
  kind: 'compatible',
  name: 'Vendor',
  baseUrl: `${url}/vendor/v1`,
  concurrency: 16,
  local: true,
  enabled: true,
})
await client.models.add({ ref: ModelRef.parse('vendor/m') })
const presetId = PresetId.parse('bench')
const members = Array.from({ length: STREAMS }, (_, index) => Member.parse({ id: `m${index}`, model: 'vendor/m', maxOutputTokens: 2_050 }))
await client.presets.save({
  ...{
    id: presetId,
    name: 'Bench',
    builtIn: false,
    settings: { strategy: 'parallel', merge: 'none' },
    members,
    systemPrompt: '',
    budgetMicros: null,
  },
})

async function ask(text: string) {
  const { id: conversationId } = await client.conversations.create({})
  return client.chat.send({ conversationId, parentId: null, text, attachments: [], presetId, allowNoPrice: false })
}
/** Resolves with what the run itself took, in ms. */
async function roadStreams(word: Pace): Promise<number> {
  const { runId } = await ask(word)
  for await (const _ of await client.runs.watch({ id: runId, after: null }));
  const { startedAt, endedAt } = await client.runs.get({ id: runId })
  return (endedAt ?? startedAt) - startedAt
}

async function rawStreams(word: Pace): Promise<number> {
  const begun = performance.now()
  await Promise.all(Array.from({ length: STREAMS }, () => rawStream(word)))
  return performance.now() - begun
}

/** CPU time of this thread, in µs. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}

/** What a chunk costs, in µs. */
async function perChunk(streams: (word: Pace) => Promise<unknown>, pace: 'paced' | 'dense'): Promise<number> {
  const few = await cpuOf(() => streams(`${pace}-few`))
  const many = await cpuOf(() => streams(`${pace}-many`))
  return (many - few) / (STREAMS * (PACES[`${pace}-many`].chunks - PACES[`${pace}-few`].chunks))
}

const ratios: number[] = []
const sdkPaced: number[] = []
const overPaced: number[] = []
const sdkDense: number[] = []
const overDense: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  ratios.push((await roadStreams('goal')) / (await rawStreams('goal')))
  const paced = await perChunk(rawStreams, 'paced')
  overPaced.push((await perChunk(roadStreams, 'paced')) - paced)
  sdkPaced.push(paced)
  const dense = await perChunk(rawStreams, 'dense')
  overDense.push((await perChunk(roadStreams, 'dense')) - dense)
  sdkDense.push(dense)
}
const micros = (values: readonly number[]) => Math.round(median(values.slice(1)) * 10) / 10

/** From the call of stop to the server's own log of the closed connection. */
async function cancelTimes(): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const { runId } = await ask('goal')
    await systemClock.sleep(120)
    const stoppedAt = Date.now()
    await client.runs.stop({ id: runId })
    await systemClock.sleep(120)
    const log: { aborted: boolean; abortedAt?: number }[] = JSON.parse(await (await fetch(`${url}/__requests`)).text())
    for (const entry of log.slice(-STREAMS)) if (entry.aborted && entry.abortedAt !== undefined) times.push(entry.abortedAt - stoppedAt)
  }
  return times
}
const cancels = (await cancelTimes()).toSorted((a, b) => a - b)

report('streams', [
  {
    name: 'five streams, times the slowest raw call',
    value: Math.round(median(ratios.slice(1)) * 1000) / 1000,
    unit: '×',
    goal: 1.02,
  },
  { name: `CPU a chunk over the SDK (its own: ${micros(sdkDense)}), as fast as they come`, value: micros(overDense), unit: 'µs', goal: 5 },
  { name: `CPU a chunk over the SDK (its own: ${micros(sdkPaced)}), 2 ms apart`, value: micros(overPaced), unit: 'µs', goal: 5 },
  {
    name: 'stop to abort at the server, p95',
    value: cancels[Math.floor(cancels.length * 0.95)] ?? Number.POSITIVE_INFINITY,
    unit: 'ms',
    goal: 50,
  },
])
await app.close()
vendor.kill()
