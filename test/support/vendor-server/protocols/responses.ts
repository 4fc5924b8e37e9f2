import { countTokens, lastUserText, numberOr, type Protocol, type Spoken, sse, stringOr, textOf } from '../protocol.ts'

function responseOf(spoken: Spoken, status: string, output: readonly unknown[] = []) {
  const { usage } = spoken
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1,
    model: spoken.model,
    status,
    error: null,
    incomplete_details: spoken.stop === 'length' && status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
    output,
    usage: usage
      ? {
          input_tokens: usage.input + usage.cacheRead + usage.cacheWrite,
          input_tokens_details: { cached_tokens: usage.cacheRead, cache_write_tokens: usage.cacheWrite },
          output_tokens: usage.output + usage.reasoning,
          output_tokens_details: { reasoning_tokens: usage.reasoning },
          total_tokens: usage.input + usage.cacheRead + usage.cacheWrite + usage.output + usage.reasoning,
        }
      : null,
  }
}

const callItem = (call: Spoken['toolCalls'][number], args: string, status: string) => ({
  type: 'function_call',
  id: `fc_${call.id}`,
  call_id: call.id,
  name: call.name,
  arguments: args,
  status,
})

function outputOf(spoken: Spoken): unknown[] {
  const text = spoken.text.join('')
  const part = spoken.stop === 'refusal' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [] }
  const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [part] }
  return [...(text === '' ? [] : [message]), ...spoken.toolCalls.map((call) => callItem(call, call.arguments, 'completed'))]
}

/** OpenAI's Responses. */
export const responses: Protocol = {
  read(body) {
    return {
      model: stringOr(body.model, ''),
      lastUser: typeof body.input === 'string' ? body.input : lastUserText(body.input),
      inputTokens: countTokens(textOf([body.instructions, body.input, body.tools])),
      outputLimit: numberOr(body.max_output_tokens, null),
      stream: body.stream === true,
    }
  },
  frames(spoken) {
    let number = 0
    const event = (type: string, fields: object) => sse({ type, sequence_number: number++, ...fields }, type)
    const item = { item_id: 'msg_1', output_index: 0, content_index: 0 }
    const kind = spoken.stop === 'refusal' ? 'response.refusal.delta' : 'response.output_text.delta'
    const status = spoken.stop === 'length' ? 'incomplete' : 'completed'
    return [
      { chunk: false, data: event('response.created', { response: responseOf({ ...spoken, usage: null }, 'in_progress') }) },
      ...spoken.reasoning.map((delta) => ({
        chunk: true,
        data: event('response.reasoning_summary_text.delta', { item_id: 'rs_1', output_index: 0, summary_index: 0, delta }),
      })),
      ...spoken.text.map((delta) => ({ chunk: true, data: event(kind, { ...item, delta, logprobs: [] }) })),
      ...spoken.toolCalls.flatMap((call, index) => {
        const at = { output_index: index + 1 }
        const of = { ...at, item_id: `fc_${call.id}` }
        return [
          { chunk: true, data: event('response.output_item.added', { ...at, item: callItem(call, '', 'in_progress') }) },
          { chunk: true, data: event('response.function_call_arguments.delta', { ...of, delta: call.arguments }) },
          { chunk: false, data: event('response.output_item.done', { ...at, item: callItem(call, call.arguments, 'completed') }) },
        ]
      }),
      { chunk: false, data: event(`response.${status}`, { response: responseOf(spoken, status, outputOf(spoken)) }) },
    ]
  },
  whole: (spoken) => responseOf(spoken, spoken.stop === 'length' ? 'incomplete' : 'completed', outputOf(spoken)),
  error: (_status, message, code) => ({ error: { message, type: code ?? 'api_error', code: code ?? null, param: null } }),
  errorFrame: (message) => sse({ type: 'error', sequence_number: 9, code: 'server_error', message, param: null }, 'error'),
  brokenFrame: 'event: response.output_text.delta\ndata: {"delta": oops\n\n',
}
