import type { Citation, StopReason, ToolCall, Usage } from '../../shared/model.ts'
import { say, type Words } from '../../shared/sentence.ts'
import type { AdapterAnswer, AdapterCall } from './adapter.ts'

/** Gathers an answer as it streams and passes each piece on. */
export interface Collector {
  readonly text: (piece: string) => void
  readonly reasoning: (piece: string) => void
  /** A piece of the tool call at `index`; the name and id come with the first. */
  readonly toolCall: (index: number, piece: { id?: string | undefined; name?: string | undefined; arguments?: string | undefined }) => void
  readonly usage: (usage: Usage) => void
  readonly vendorCost: (dollars: number) => void
  readonly cite: (citations: readonly Citation[]) => void
  readonly answer: (stop: StopReason, notes: readonly Words[]) => AdapterAnswer
}

/** Reasoning counts towards the limit at every vendor. */
const NOTHING_LEFT = say('sent.nothing-left')

export function createCollector({ onDelta, onUsage }: Pick<AdapterCall, 'onDelta' | 'onUsage'>): Collector {
  let text = ''
  let reasoning = ''
  let reported: Usage | null = null
  let costMicros: number | null = null
  const calls = new Map<number, ToolCall>()
  const citations = new Map<string, Citation>()
  return {
    text(piece) {
      if (piece === '') return
      text += piece
      onDelta('text', piece)
    },
    reasoning(piece) {
      if (piece === '') return
      reasoning += piece
      onDelta('reasoning', piece)
    },
    toolCall(index, piece) {
      const call = calls.get(index) ?? { id: piece.id ?? `call-${index + 1}`, name: '', arguments: '' }
      calls.set(index, { ...call, name: call.name || (piece.name ?? ''), arguments: call.arguments + (piece.arguments ?? '') })
    },
    usage(usage) {
      reported = usage
      onUsage(usage)
    },
    vendorCost(dollars) {
      // Dividing first would turn 0.000123 dollars into 123.00000000000001 micros and round it up.
      costMicros = Math.ceil(Number((dollars * 1_000_000).toFixed(3)))
    },
    cite(list) {
      for (const citation of list) citations.set(citation.url, { ...citations.get(citation.url), ...citation })
    },
    answer: (stop, notes) => ({
      text,
      reasoning,
      toolCalls: [...calls.values()].map((call) => ({ ...call, arguments: call.arguments === '' ? '{}' : call.arguments })),
      citations: [...citations.values()],
      stop: stop === 'end' && calls.size > 0 ? 'tool' : stop,
      usage: reported,
      vendorCostMicros: costMicros,
      notes: stop === 'length' && text === '' && calls.size === 0 ? [...notes, NOTHING_LEFT] : notes,
    }),
  }
}
