import { countTokens, isBody, lastUserText, numberOr, type Protocol, type Spoken, sse, textOf } from '../protocol.ts'

const FINISH = { end: 'STOP', length: 'MAX_TOKENS', tool: 'STOP', refusal: 'SAFETY' } as const

function usageOf({ usage }: Spoken) {
  if (!usage) return {}
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite
  return {
    usageMetadata: {
      promptTokenCount: prompt,
      cachedContentTokenCount: usage.cacheRead,
      candidatesTokenCount: usage.output,
      thoughtsTokenCount: usage.reasoning,
      totalTokenCount: prompt + usage.output + usage.reasoning,
    },
  }
}

function chunkOf(spoken: Spoken, parts: readonly unknown[], last: boolean) {
  const finish = last ? { finishReason: FINISH[spoken.stop] } : {}
  return {
    candidates: [{ index: 0, content: { role: 'model', parts }, ...finish }],
    modelVersion: spoken.model,
    ...(last ? usageOf(spoken) : {}),
  }
}

const callParts = (spoken: Spoken) =>
  spoken.toolCalls.map((call) => ({ functionCall: { name: call.name, args: JSON.parse(call.arguments) }, thoughtSignature: 'c2ln' }))

/** Google's generateContent, `/v1` and `/v1beta`. */
export const googleGenerate: Protocol = {
  read(body, path) {
    const [, model = '', verb = ''] = /\/models\/([^/]+):(\w+)/.exec(path) ?? []
    const config = isBody(body.generationConfig) ? body.generationConfig : {}
    return {
      model: decodeURIComponent(model),
      lastUser: lastUserText(body.contents, 'parts'),
      inputTokens: countTokens(textOf([body.systemInstruction, body.contents, body.tools])),
      outputLimit: numberOr(config.maxOutputTokens, null),
      stream: verb === 'streamGenerateContent',
    }
  },
  frames(spoken) {
    return [
      ...spoken.reasoning.map((text) => ({ chunk: true, data: sse(chunkOf(spoken, [{ text, thought: true }], false)) })),
      ...spoken.text.map((text) => ({ chunk: true, data: sse(chunkOf(spoken, [{ text }], false)) })),
      ...callParts(spoken).map((part) => ({ chunk: true, data: sse(chunkOf(spoken, [part], false)) })),
      { chunk: false, data: sse(chunkOf(spoken, [{ text: '' }], true)) },
    ]
  },
  whole: (spoken) => chunkOf(spoken, [{ text: spoken.text.join('') }, ...callParts(spoken)], true),
  error: (status, message, code) => ({ error: { code: status, message, status: code ?? 'ERROR' } }),
  errorFrame: (message) => sse({ error: { code: 503, message, status: 'UNAVAILABLE' } }),
  brokenFrame: 'data: {"candidates": [oops\n\n',
}
