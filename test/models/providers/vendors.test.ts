import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { TuttiError } from '../../../src/shared/errors.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { askVendor, attach, KEY, question, VENDORS } from '../ask-vendor.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterEach(() => server.clear())
afterAll(() => server.close())

const weather = {
  name: 'get_weather',
  description: 'The weather of a city',
  inputSchema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}
const sent = () => JSON.stringify(server.requests[0]?.body)

describe.each(VENDORS)('A1 $name over its own SDK', (vendor) => {
  test('streams text and reasoning in pieces that add up to the answer', async () => {
    server.script({}, { text: 'Short waves scatter most.', reasoning: 'Rayleigh, then.', chunkSize: 5 })
    const { answer, heard } = await askVendor(server, vendor)
    expect(answer).toMatchObject({ text: 'Short waves scatter most.', reasoning: 'Rayleigh, then.', stop: 'end' })
    expect(heard).toMatchObject({ text: 'Short waves scatter most.', reasoning: 'Rayleigh, then.' })
    expect(heard.pieces).toBeGreaterThanOrEqual(8)
    expect(heard.bytes).toBeGreaterThan(0)
  })

  test('reports each kind of tokens once', async () => {
    const writes = vendor.kind === 'google' ? 0 : 20
    const usage = { input: 100, cacheRead: 40, cacheWrite: writes, output: 7, reasoning: 30 }
    server.script({}, { text: 'Yes.', reasoning: 'Hm.', usage })
    const { answer, heard } = await askVendor(server, vendor)
    expect(answer?.usage).toEqual({ ...usage, estimated: false })
    expect(heard.usage).toEqual({ ...usage, estimated: false })
  })

  test('a vendor that reports no usage is not given one', async () => {
    server.script({}, { text: 'Yes.', usage: null })
    expect((await askVendor(server, vendor)).answer?.usage).toBeNull()
  })

  test('always sends the output limit, and says when it ended the answer', async () => {
    server.script({}, { text: 'x'.repeat(1000) })
    const { answer } = await askVendor(server, vendor, question({ maxOutputTokens: 50 }))
    expect(answer).toMatchObject({ stop: 'length', text: 'x'.repeat(200) })
    expect(answer?.usage?.output).toBe(50)
  })

  test('says so where reasoning left nothing for the answer', async () => {
    server.script({}, { text: 'Forty-two.', reasoning: 'r'.repeat(1000) })
    const { answer } = await askVendor(server, vendor, question({ maxOutputTokens: 50 }))
    expect(answer).toMatchObject({ stop: 'length', text: '' })
    expect(answer?.notes).toEqual([
      'Reasoning used up the output limit before the answer began. Raise the limit or ask for less reasoning.',
    ])
  })

  test('hands over a tool call with its arguments', async () => {
    server.script({}, { text: 'I look.', toolCalls: [{ name: 'get_weather', arguments: '{"city":"Oslo"}' }] })
    const tools = { capabilities: ['text', 'tools'] as const }
    const { answer } = await askVendor(server, vendor, question({ tools: [weather] }), tools)
    expect(sent()).toContain('The weather of a city')
    expect(answer).toMatchObject({ stop: 'tool', text: 'I look.' })
    expect(answer?.toolCalls).toMatchObject([{ name: 'get_weather' }])
    expect(JSON.parse(answer?.toolCalls[0]?.arguments ?? '')).toEqual({ city: 'Oslo' })
    expect(answer?.toolCalls[0]?.id).toBeTruthy()
  })

  test('a refusal is an error of its own, and its words are kept', async () => {
    server.script({}, { text: 'I cannot help with that.', fault: { type: 'refusal' } })
    const { error, heard } = await askVendor(server, vendor)
    expect(error).toMatchObject({ code: 'refused', retryable: false })
    expect(error?.message).toContain(vendor.model)
    expect(heard.text).toBe('I cannot help with that.')
  })

  test('images, PDFs and texts arrive where the model takes them', async () => {
    const parts = [
      attach('photo.png', 'image/png', 'picture bytes'),
      attach('paper.pdf', 'application/pdf', '%PDF bytes'),
      attach('notes.md', 'text/markdown', 'remember the milk'),
    ]
    const turns = [{ role: 'user' as const, parts: [...parts, { type: 'text' as const, text: 'Compare them' }] }]
    const { answer } = await askVendor(server, vendor, question({ turns }), { capabilities: ['text', 'images', 'pdf'] })
    expect(answer?.notes).toEqual([])
    expect(sent()).toContain(Buffer.from('picture bytes').toString('base64'))
    expect(sent()).toContain(Buffer.from('%PDF bytes').toString('base64'))
    expect(sent()).toContain('remember the milk')
  })

  test('what the model cannot take is said and left out, and the rest is sent', async () => {
    const parts = [attach('photo.png', 'image/png', 'picture bytes'), attach('a.zip', 'application/zip', 'zipped')]
    const turns = [{ role: 'user' as const, parts: [...parts, { type: 'text' as const, text: 'What is this?' }] }]
    const request = question({ turns, parameters: { temperature: 0.3 } })
    const { answer } = await askVendor(server, vendor, request, { capabilities: ['text'] })
    expect(answer?.notes).toEqual([
      `${vendor.model} cannot read images; photo.png was left out.`,
      `${vendor.model} cannot read files of the type application/zip; a.zip was left out.`,
      `${vendor.model} takes no temperature; it was asked without.`,
    ])
    expect(sent()).not.toContain(Buffer.from('picture bytes').toString('base64'))
    expect(sent()).toContain('What is this?')
    expect(sent()).not.toContain('temperature')
  })

  test('cancelling ends the call at once, keeps the text and hangs up on the vendor', async () => {
    server.script({}, { text: 'word '.repeat(200), chunkMs: 20 })
    const stop = new AbortController()
    const reason = new TuttiError('not-needed', 'The majority is decided.')
    const { error, heard } = await askVendor(server, vendor, question(), { signal: stop.signal, onDelta: () => stop.abort(reason) })
    expect(error).toBe(reason)
    expect(heard.text).not.toBe('')
    await expect.poll(() => server.requests[0]?.aborted).toBe(true)
  })

  test('the key travels in a header and nowhere else', async () => {
    await askVendor(server, vendor)
    expect(JSON.stringify(server.requests[0]?.headers)).toContain(KEY)
    expect(sent()).not.toContain(KEY)
    expect(server.requests[0]?.path).not.toContain(KEY)
  })

  test('lists models, and says so where the key is wrong', async () => {
    const { loadAdapter } = await import('../../../src/main/models/load-adapter.ts')
    const adapter = await loadAdapter(vendor.kind)
    const { signal } = new AbortController()
    const connection = { baseUrl: server.baseUrl(vendor.kind), key: KEY, name: vendor.name }
    server.models(vendor.kind, [{ id: 'model-one' }, { id: 'model-two' }])
    expect((await adapter.listModels(connection, signal)).map(({ id }) => id)).toEqual(['model-one', 'model-two'])
    const locked = await startVendorServer()
    locked.onlyKey(vendor.kind, 'another')
    const refused = adapter.listModels({ ...connection, baseUrl: locked.baseUrl(vendor.kind) }, signal)
    await expect(refused).rejects.toMatchObject({ code: 'wrong-key', status: 401 })
    await locked.close()
  })
})

describe('what single vendors add', () => {
  const [openai, anthropic, google, perplexity, compatible] = VENDORS
  if (!openai || !anthropic || !google || !perplexity || !compatible) throw new Error('A vendor is missing')

  test('Perplexity gives its sources and what it billed', async () => {
    const citations = [{ url: 'https://one.example', title: 'One' }, { url: 'https://two.example' }]
    server.script({}, { text: 'See [1][2].', citations, costDollars: 0.006123 })
    const { answer } = await askVendor(server, perplexity)
    expect(answer?.citations).toEqual(citations)
    expect(answer?.vendorCostMicros).toBe(6123)
  })

  test('Perplexity, which lists no Sonar models, has those of its documentation, once its key is right', async () => {
    const { perplexityAdapter } = await import('../../../src/main/models/providers/perplexity/perplexity-adapter.ts')
    const own = await startVendorServer()
    own.models('perplexity', null)
    own.onlyKey('perplexity', KEY)
    const connection = { baseUrl: own.baseUrl('perplexity'), key: KEY, name: 'Perplexity' }
    const { signal } = new AbortController()
    expect((await perplexityAdapter.listModels(connection, signal)).map(({ id }) => id)).toContain('sonar-pro')
    await expect(perplexityAdapter.listModels({ ...connection, key: 'pplx-wrong' }, signal)).rejects.toMatchObject({ code: 'wrong-key' })
    await own.close()
  })

  test('thoughts in <think> tags are reasoning, also where a tag is split over pieces', async () => {
    server.script({}, { text: '<think>Let me see.</think>\n\nFour.', chunkSize: 3 })
    const { answer } = await askVendor(server, compatible)
    expect(answer).toMatchObject({ reasoning: 'Let me see.', text: 'Four.' })
  })

  test('Claude is told how hard to think, older ones how many tokens', async () => {
    const hard = question({ parameters: { reasoning: 'high' } })
    await askVendor(server, anthropic, hard)
    expect(server.requests[0]?.body).toMatchObject({ thinking: { type: 'adaptive' }, output_config: { effort: 'high' } })
    await askVendor(server, { ...anthropic, model: 'claude-haiku-4-5' }, hard)
    expect(server.requests[1]?.body).toMatchObject({ thinking: { type: 'enabled', budget_tokens: 3072 } })
  })

  test('Claude Fable, which always thinks, is asked for little where reasoning is off', async () => {
    const { answer } = await askVendor(server, { ...anthropic, model: 'claude-fable-5-2' }, question({ parameters: { reasoning: 'off' } }))
    expect(server.requests[0]?.body).toMatchObject({ output_config: { effort: 'low' } })
    expect(server.requests[0]?.body).not.toHaveProperty('thinking')
    expect(answer?.notes).toEqual(['claude-fable-5-2 cannot answer without reasoning; it was asked for as little as it allows.'])
  })

  test.each([
    ['gemini-2.5-flash', 'off', { thinkingBudget: 0 }],
    ['gemini-2.5-pro', 'medium', { thinkingBudget: 8192, includeThoughts: true }],
    ['gemini-3.8-flash', 'off', { thinkingLevel: 'MINIMAL' }],
    ['gemini-3.8-flash', 'high', { thinkingLevel: 'HIGH', includeThoughts: true }],
  ] as const)('%s is told to reason: %s', async (model, reasoning, thinkingConfig) => {
    await askVendor(server, { ...google, model }, question({ parameters: { reasoning } }))
    expect(server.requests[0]?.body).toMatchObject({ generationConfig: { thinkingConfig } })
  })

  test('a temperature reaches the Claudes that take one and is noted for those that do not', async () => {
    const warm = question({ parameters: { temperature: 1.4 } })
    const older = await askVendor(server, { ...anthropic, model: 'claude-haiku-4-5' }, warm)
    expect(server.requests[0]?.body).toMatchObject({ temperature: 1 })
    expect(older.answer?.notes).toEqual(['claude-haiku-4-5 takes a temperature of at most 1; it was asked with 1.'])
    const newer = await askVendor(server, anthropic, warm)
    expect(server.requests[1]?.body).not.toHaveProperty('temperature')
    expect(newer.answer?.notes).toEqual(['claude-opus-5-5 takes no temperature; it was asked without.'])
  })

  test('OpenAI keeps no conversation and reasons as little as it can where reasoning is off', async () => {
    const { answer } = await askVendor(server, openai, question({ parameters: { reasoning: 'off' } }))
    expect(server.requests[0]?.body).toMatchObject({ store: false, reasoning: { effort: 'minimal' } })
    expect(answer?.notes).toEqual(['gpt-5 cannot answer without reasoning; it was asked for as little as it allows.'])
  })

  test('Google is asked at v1beta, or at the version that its address names', async () => {
    await askVendor(server, google)
    expect(server.requests[0]?.path).toBe('/google/v1beta/models/gemini-2.5-pro:streamGenerateContent')
    const v1 = { ...server, baseUrl: () => `${server.url}/google/v1/` }
    await askVendor(v1, google)
    expect(server.requests[1]?.path).toBe('/google/v1/models/gemini-2.5-pro:streamGenerateContent')
  })

  test('Gemma, which has no system prompt, gets it as the first message, and it is said', async () => {
    const { answer } = await askVendor(server, { ...google, model: 'gemma-3-27b-it' }, question({ system: 'Answer in verse.' }))
    expect(server.requests[0]?.body).not.toHaveProperty('systemInstruction')
    expect(JSON.stringify(server.requests[0]?.body.contents)).toContain('Answer in verse.')
    expect(answer?.notes).toEqual(['gemma-3-27b-it takes no system prompt; it was sent as the first message.'])
  })
})
