import { countTokens, lastUserText, numberOr, type Protocol, type Spoken, sse, stringOr, textOf } from '../protocol.ts'

const FINISH = { end: 'stop', length: 'length', tool: 'tool_calls', refusal: 'content_filter' } as const

function usageOf({ usage, costDollars }: Spoken) {
  if (!usage) return null
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite
  const completion = usage.output + usage.reasoning
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: usage.cacheRead, cache_write_tokens: usage.cacheWrite },
    completion_tokens_details: { reasoning_tokens: usage.reasoning },
    ...(costDollars === null ? {} : { cost: { total_cost: costDollars } }),
  }
}

function sourcesOf(spoken: Spoken) {
  if (spoken.citations.length === 0) return {}
  return { citations: spoken.citations.map(({ url }) => url), search_results: spoken.citations }
}

const toolCallsOf = (spoken: Spoken) =>
  spoken.toolCalls.map((call, index) => ({
    index,
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.arguments },
  }))

/** OpenAI's chat completions, with the citations and costs that Perplexity adds. */
export const chatCompletions: Protocol = {
  read(body) {
    return {
      model: stringOr(body.model, ''),
      lastUser: lastUserText(body.messages),
      inputTokens: countTokens(textOf([body.messages, body.tools])),
      outputLimit: numberOr(body.max_completion_tokens, numberOr(body.max_tokens, null)),
      stream: body.stream === true,
    }
  },
  frames(spoken) {
    const base = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: spoken.model, ...sourcesOf(spoken) }
    const piece = (delta: unknown, finish: string | null = null) =>
      sse({ ...base, choices: [{ index: 0, delta, finish_reason: finish }], usage: null })
    return [
      { chunk: false, data: piece({ role: 'assistant', content: '' }) },
      ...spoken.reasoning.map((text) => ({ chunk: true, data: piece({ reasoning_content: text }) })),
      ...spoken.text.map((text) => ({ chunk: true, data: piece(spoken.stop === 'refusal' ? { refusal: text } : { content: text }) })),
      ...toolCallsOf(spoken).flatMap((call) => {
        const half = Math.ceil(call.function.arguments.length / 2)
        const rest = { index: call.index, function: { arguments: call.function.arguments.slice(half) } }
        const start = { ...call, function: { name: call.function.name, arguments: call.function.arguments.slice(0, half) } }
        return [
          { chunk: true, data: piece({ tool_calls: [start] }) },
          { chunk: true, data: piece({ tool_calls: [rest] }) },
        ]
      }),
      { chunk: false, data: piece({}, FINISH[spoken.stop]) },
      ...(spoken.usage ? [{ chunk: false, data: sse({ ...base, choices: [], usage: usageOf(spoken) }) }] : []),
      { chunk: false, data: 'data: [DONE]\n\n' },
    ]
  },
  whole(spoken) {
    const content = spoken.text.join('')
    const calls = toolCallsOf(spoken)
    const message = { role: 'assistant', content, ...(calls.length > 0 ? { tool_calls: calls } : {}) }
    return {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: spoken.model,
      choices: [{ index: 0, message, finish_reason: FINISH[spoken.stop] }],
      usage: usageOf(spoken),
      ...sourcesOf(spoken),
    }
  },
  error: (_status, message, code) => ({ error: { message, type: code ?? 'api_error', code: code ?? null, param: null } }),
  errorFrame: (message) => sse({ error: { message, type: 'server_error', code: 'server_error' } }),
  brokenFrame: 'data: {"choices": [{"delta": oops\n\n',
}
