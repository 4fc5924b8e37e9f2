import { countTokens, lastUserText, numberOr, type Protocol, type ReportedUsage, type Spoken, sse, stringOr, textOf } from '../protocol.ts'

const STOP = { end: 'end_turn', length: 'max_tokens', tool: 'tool_use', refusal: 'refusal' } as const
const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
}

const inputUsage = (usage: ReportedUsage) => ({
  input_tokens: usage.input,
  cache_read_input_tokens: usage.cacheRead,
  cache_creation_input_tokens: usage.cacheWrite,
})
const outputUsage = (usage: ReportedUsage) => ({
  output_tokens: usage.output + usage.reasoning,
  output_tokens_details: { thinking_tokens: usage.reasoning },
})

const messageOf = (spoken: Spoken, content: readonly unknown[], stop: string | null, usage: unknown) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: spoken.model,
  content,
  stop_reason: stop,
  stop_sequence: null,
  usage,
})

function frames(spoken: Spoken) {
  const blocks: { start: unknown; deltas: unknown[] }[] = []
  if (spoken.reasoning.length > 0) {
    const deltas = spoken.reasoning.map((thinking) => ({ type: 'thinking_delta', thinking }))
    blocks.push({
      start: { type: 'thinking', thinking: '', signature: '' },
      deltas: [...deltas, { type: 'signature_delta', signature: 'c2ln' }],
    })
  }
  if (spoken.text.length > 0) {
    blocks.push({ start: { type: 'text', text: '' }, deltas: spoken.text.map((text) => ({ type: 'text_delta', text })) })
  }
  for (const call of spoken.toolCalls) {
    const deltas = [{ type: 'input_json_delta', partial_json: call.arguments }]
    blocks.push({ start: { type: 'tool_use', id: call.id, name: call.name, input: {} }, deltas })
  }
  const event = (type: string, fields: object) => sse({ type, ...fields }, type)
  const { usage } = spoken
  const started = usage ? { ...inputUsage(usage), output_tokens: 1 } : null
  return [
    { chunk: false, data: event('message_start', { message: messageOf(spoken, [], null, started) }) },
    { chunk: false, data: event('ping', {}) },
    ...blocks.flatMap(({ start, deltas }, index) => [
      { chunk: false, data: event('content_block_start', { index, content_block: start }) },
      ...deltas.map((delta) => ({ chunk: true, data: event('content_block_delta', { index, delta }) })),
      { chunk: false, data: event('content_block_stop', { index }) },
    ]),
    {
      chunk: false,
      data: event('message_delta', {
        delta: { stop_reason: STOP[spoken.stop], stop_sequence: null },
        usage: usage ? { ...inputUsage(usage), ...outputUsage(usage) } : null,
      }),
    },
    { chunk: false, data: event('message_stop', {}) },
  ]
}

/** Anthropic's Messages. */
export const anthropicMessages: Protocol = {
  read(body) {
    return {
      model: stringOr(body.model, ''),
      lastUser: lastUserText(body.messages),
      inputTokens: countTokens(textOf([body.system, body.messages, body.tools])),
      outputLimit: numberOr(body.max_tokens, null),
      stream: body.stream === true,
    }
  },
  frames,
  whole(spoken) {
    const text = spoken.text.join('')
    const content = [
      ...(text === '' ? [] : [{ type: 'text', text }]),
      ...spoken.toolCalls.map((call) => ({ type: 'tool_use', id: call.id, name: call.name, input: JSON.parse(call.arguments) })),
    ]
    const usage = spoken.usage ? { ...inputUsage(spoken.usage), ...outputUsage(spoken.usage) } : null
    return messageOf(spoken, content, STOP[spoken.stop], usage)
  },
  error: (status, message, code) => ({ type: 'error', error: { type: code ?? ERROR_TYPES[status] ?? 'api_error', message } }),
  errorFrame: (message) => sse({ type: 'error', error: { type: 'overloaded_error', message } }, 'error'),
  brokenFrame: 'event: content_block_delta\ndata: {"delta": oops\n\n',
}
