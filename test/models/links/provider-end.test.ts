import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { TuttiError } from '../../../src/shared/errors.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { attach, VENDORS } from '../ask-vendor.ts'
import { registryAt, requestTo, roadTo } from './vendor-road.ts'

let server: VendorServer
let ask: ReturnType<typeof roadTo>
beforeAll(async () => {
  server = await startVendorServer()
  ask = roadTo(await registryAt(server), [], 300)
})
afterEach(() => server.clear())
afterAll(() => server.close())

describe('the end of the road', () => {
  test('returns the answer with its usage and times, still without a price', async () => {
    server.script({}, { text: 'Blue.', firstTokenMs: 60, usage: { input: 5, output: 2 } })
    const { answer } = await ask(requestTo('openai/gpt-5'))
    expect(answer).toMatchObject({ model: 'openai/gpt-5', text: 'Blue.', stop: 'end', costMicros: null, attempts: 1 })
    expect(answer?.usage).toMatchObject({ input: 5, output: 2, estimated: false })
    expect(answer?.firstTokenMs).toBeGreaterThanOrEqual(50)
    expect(answer?.totalMs).toBeGreaterThanOrEqual(answer?.firstTokenMs ?? Number.NaN)
  })

  test('asks for no more than the model can write, and calls it by its name', async () => {
    const listed = { groq: [{ id: 'llama-3.1-8b', label: 'Llama 3.1', maxOutput: 100 }] }
    const parts = [attach('photo.png', 'image/png', 'picture'), { type: 'text' as const, text: 'What is it?' }]
    const request = requestTo('groq/llama-3.1-8b', { maxOutputTokens: 4000, turns: [{ role: 'user', parts }] })
    const { answer } = await roadTo(await registryAt(server, { listed }))(request)
    expect(server.requests[0]?.body).toMatchObject({ max_tokens: 100 })
    expect(answer?.notes).toEqual([
      'Llama 3.1 writes at most 100 tokens; it was asked for that many rather than 4000.',
      'Llama 3.1 cannot read images; photo.png was left out.',
    ])
  })

  test('counts tokens itself where the vendor reports none, and says that it did', async () => {
    server.script({}, { text: 'x'.repeat(400), usage: null })
    const { answer } = await ask(requestTo('ollama/llama3.1:8b'))
    expect(answer?.usage).toMatchObject({ output: 100, estimated: true })
    expect(answer?.usage.input).toBeGreaterThan(0)
  })

  const models = VENDORS.filter(({ kind }) => kind !== 'compatible').map(({ kind, model }) => `${kind}/${model}`)
  test.each([...models, 'ollama/llama3.1:8b'])('%s that never answers ends as a time-out', async (model) => {
    server.script({}, { fault: { type: 'hang' } })
    const { error } = await ask(requestTo(model))
    expect(error).toMatchObject({ code: 'timeout', retryable: true })
    expect(error?.message).toContain('sent nothing for 0.3 s')
    await expect.poll(() => server.requests[0]?.aborted).toBe(true)
  })

  test('a vendor that stalls in the middle leaves its text and what it cost so far', async () => {
    server.script({}, { text: 'one two three four', chunkSize: 4, fault: { type: 'stall', afterChunks: 2 }, usage: { input: 40 } })
    const { error, text, attempt } = await ask(requestTo('anthropic/claude-opus-5-5'))
    expect(error?.code).toBe('timeout')
    expect(text).toBe('one two ')
    expect(attempt.usage).toMatchObject({ input: 40, output: 2, estimated: true })
  })

  test('a slow drip is not a stall: every byte starts the wait anew', async () => {
    const idleMs = 1500
    const patient = roadTo(await registryAt(server), [], idleMs)
    server.script({}, { text: 'slow but steady', chunkSize: 3, chunkMs: 400 })
    const { answer } = await patient(requestTo('openai/gpt-5'))
    expect(answer?.text).toBe('slow but steady')
    expect(answer?.totalMs).toBeGreaterThan(idleMs)
  })

  test('a drip without end is cut off at the time limit of its request', async () => {
    server.script({}, { text: 'word '.repeat(500), chunkSize: 5, chunkMs: 20 })
    const { error, text } = await ask(requestTo('openai/gpt-5', { timeoutMs: 1200 }))
    expect(error?.code).toBe('timeout')
    expect(error?.message).toContain('not done after 1.2 s')
    expect(text.startsWith('word word ')).toBe(true)
  })

  test('cancelling keeps the partial text and its usage, and the reason', async () => {
    server.script({}, { text: 'word '.repeat(500), chunkSize: 5, chunkMs: 10, usage: { input: 12 } })
    const stop = new AbortController()
    const asked = ask(requestTo('anthropic/claude-opus-5-5'), stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    setTimeout(() => stop.abort(new TuttiError('cancelled', 'Stopped by the user.')), 60)
    const { error, text, attempt } = await asked
    expect(error).toMatchObject({ code: 'cancelled', message: 'Stopped by the user.' })
    expect(text).toMatch(/^word /)
    expect(attempt.usage).toMatchObject({ input: 12, output: Math.ceil(text.length / 4), estimated: true })
  })

  test.each([{ type: 'status', status: 429 }, { type: 'content-type' }, { type: 'close' }] as const)(
    'what the vendor turned away used nothing: $type',
    async (fault) => {
      server.script({}, { fault })
      const { attempt } = await ask(requestTo('google/gemini-2.5-pro'))
      expect(attempt.usage).toMatchObject({ input: 0, output: 0 })
    },
  )

  test('what never answered may be billed: its input is counted', async () => {
    server.script({}, { fault: { type: 'hang' } })
    const { attempt } = await ask(requestTo('google/gemini-2.5-pro', { system: 's'.repeat(400) }))
    expect(attempt.usage).toMatchObject({ output: 0, estimated: true })
    expect(attempt.usage?.input).toBeGreaterThanOrEqual(100)
  })
})
