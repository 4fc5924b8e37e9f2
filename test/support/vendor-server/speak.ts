import { CHARACTERS_PER_TOKEN, countTokens, type Question, type Spoken } from './protocol.ts'
import type { Reply } from './script.ts'

function pieces(text: string, size: number): string[] {
  const list: string[] = []
  for (let start = 0; start < text.length; start += size) list.push(text.slice(start, start + size))
  return list
}

/**
 * What is said after the output limit: reasoning is spent first, then text, then tool calls, at four characters a token.
 * Usage that the script does not give is counted, so a reply never reports more output than its limit unless told to.
 */
export function speak(question: Question, reply: Reply): Spoken {
  const limit = (question.outputLimit ?? Number.MAX_SAFE_INTEGER / CHARACTERS_PER_TOKEN) * CHARACTERS_PER_TOKEN
  const reasoning = reply.reasoning.slice(0, limit)
  const left = limit - countTokens(reasoning) * CHARACTERS_PER_TOKEN
  const text = reply.text.slice(0, Math.max(0, left))
  const cutShort = reasoning.length < reply.reasoning.length || text.length < reply.text.length
  const toolCalls = cutShort ? [] : reply.toolCalls.map((call, index) => ({ ...call, id: `call_${index + 1}` }))
  const refused = reply.fault?.type === 'refusal'
  const stop = refused ? 'refusal' : cutShort ? 'length' : toolCalls.length > 0 ? 'tool' : 'end'
  const callText = toolCalls.map((call) => call.name + call.arguments).join('')
  const { usage } = reply
  return {
    model: question.model,
    reasoning: pieces(reasoning, reply.chunkSize),
    text: pieces(text, reply.chunkSize),
    toolCalls,
    citations: reply.citations,
    stop,
    usage: usage && {
      input: usage.input ?? question.inputTokens,
      cacheRead: usage.cacheRead ?? 0,
      cacheWrite: usage.cacheWrite ?? 0,
      output: usage.output ?? countTokens(text + callText),
      reasoning: usage.reasoning ?? countTokens(reasoning),
    },
    costDollars: reply.costDollars ?? null,
  }
}
