import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Turn } from '../../../src/shared/model.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { askVendor, attach, question, VENDORS, type Vendor } from '../ask-vendor.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterEach(() => server.clear())
afterAll(() => server.close())

const tool = { name: 'get_weather', description: 'The weather of a city', inputSchema: { type: 'object', properties: {} } }
const capabilities = ['text', 'tools', 'images', 'pdf'] as const

/** A conversation in which `vendor` itself called the tool, as it would be stored. */
async function startedWith(vendor: Vendor): Promise<Turn[]> {
  server.script({}, { text: 'I look it up.', toolCalls: [{ name: 'get_weather', arguments: '{"city":"Oslo"}' }] })
  const first: Turn = { role: 'user', parts: [{ type: 'text', text: 'How is Oslo?' }, attach('list.csv', 'text/csv', 'city\nOslo')] }
  const { answer } = await askVendor(server, vendor, question({ turns: [first], tools: [tool] }), { capabilities })
  const [call] = answer?.toolCalls ?? []
  if (!answer || !call) throw new Error(`${vendor.name} made no call`)
  server.clear()
  return [
    first,
    {
      role: 'assistant',
      parts: [
        { type: 'text', text: answer.text },
        { type: 'tool-call', call },
      ],
    },
    { role: 'tool', parts: [{ type: 'tool-result', callId: call.id, name: call.name, content: '-3 °C', failed: false }] },
    { role: 'user', parts: [{ type: 'text', text: 'And tomorrow?' }] },
  ]
}

const FILE = '<file name="list.csv">\ncity\nOslo\n</file>'

/** What each vendor must receive of that conversation. */
const RECEIVED: Readonly<Record<string, object>> = {
  openai: {
    instructions: 'Be brief.',
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'How is Oslo?' },
          { type: 'input_text', text: FILE },
        ],
      },
      { role: 'assistant', content: 'I look it up.' },
      { type: 'function_call', call_id: 'call00001', name: 'get_weather', arguments: '{"city":"Oslo"}' },
      { type: 'function_call_output', call_id: 'call00001', output: '-3 °C' },
      { role: 'user', content: [{ type: 'input_text', text: 'And tomorrow?' }] },
    ],
  },
  anthropic: {
    system: 'Be brief.',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'How is Oslo?' },
          { type: 'text', text: FILE },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'I look it up.' },
          { type: 'tool_use', id: 'call00001', name: 'get_weather', input: { city: 'Oslo' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'call00001', content: '-3 °C' },
          { type: 'text', text: 'And tomorrow?' },
        ],
      },
    ],
  },
  google: {
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'How is Oslo?' }, { text: FILE }] },
      { role: 'model', parts: [{ text: 'I look it up.' }, { functionCall: { name: 'get_weather', args: { city: 'Oslo' } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'get_weather', response: { output: '-3 °C' } } }, { text: 'And tomorrow?' }] },
    ],
  },
  compatible: {
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: `How is Oslo?\n\n${FILE}` },
      {
        role: 'assistant',
        content: 'I look it up.',
        tool_calls: [{ type: 'function', id: 'call00001', function: { name: 'get_weather', arguments: '{"city":"Oslo"}' } }],
      },
      { role: 'tool', tool_call_id: 'call00001', content: '-3 °C' },
      { role: 'user', content: 'And tomorrow?' },
    ],
  },
}

describe('A3 a conversation changes models', () => {
  const [openai, anthropic, google, , compatible] = VENDORS
  if (!openai || !anthropic || !google || !compatible) throw new Error('A vendor is missing')
  const pairs = [openai, anthropic, google, compatible].flatMap((from, _, all) =>
    all.map((to) => ({ from, to, pair: `${from.name} to ${to.name}` })),
  )

  test.each(pairs)('$pair keeps roles, system prompt, tool calls and files', async ({ from, to }) => {
    const turns = await startedWith(from)
    const request = question({ turns, system: 'Be brief.', tools: [tool] })
    const { answer } = await askVendor(server, to, request, { capabilities })
    expect(answer?.notes).toEqual([])
    expect(server.requests[0]?.body).toMatchObject(RECEIVED[to.kind] ?? {})
  })

  test('to a model without tools: calls and results go as text, and it is said', async () => {
    const turns = await startedWith(openai)
    const { answer } = await askVendor(server, compatible, question({ turns, tools: [tool] }), { capabilities: ['text'] })
    expect(answer?.notes).toEqual([
      'qwen3-30b cannot call tools; earlier calls and their results were sent as text.',
      'qwen3-30b cannot call tools; it was asked without them.',
    ])
    const body = JSON.stringify(server.requests[0]?.body)
    expect(body).toContain('[Called the tool get_weather with')
    expect(body).toContain('[The tool get_weather answered: -3 °C]')
    expect(server.requests[0]?.body).not.toHaveProperty('tools')
  })

  test.each([openai, anthropic, google, compatible])('$name receives a failed tool as failed', async (to) => {
    const turns = await startedWith(openai)
    const failed = turns.map((turn) => ({
      ...turn,
      parts: turn.parts.map((part) => (part.type === 'tool-result' ? { ...part, content: 'No network', failed: true } : part)),
    }))
    await askVendor(server, to, question({ turns: failed, tools: [tool] }), { capabilities })
    const body = JSON.stringify(server.requests[0]?.body)
    expect(body).toMatch(/Error: No network|"is_error":true|"error":"No network"/)
  })
})
