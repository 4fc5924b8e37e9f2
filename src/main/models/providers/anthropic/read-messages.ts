import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages'
import type { StopReason, Usage } from '../../../../shared/model.ts'
import type { Words } from '../../../../shared/sentence.ts'
import type { AdapterAnswer, AdapterCall } from '../../adapter.ts'
import { createCollector } from '../../collector.ts'
import { cutError, refusedError } from '../../vendor-error.ts'
import type { Wire } from '../../wire.ts'

const STOPS: Readonly<Record<string, StopReason>> = {
  end_turn: 'end',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  stop_sequence: 'stop-sequence',
  tool_use: 'tool',
  pause_turn: 'end',
  refusal: 'refusal',
}

interface Reported {
  readonly input_tokens?: number | null
  readonly cache_read_input_tokens?: number | null
  readonly cache_creation_input_tokens?: number | null
  readonly output_tokens?: number | null
  readonly output_tokens_details?: { readonly thinking_tokens: number } | null
}

/** The usage so far: each report replaces what it names and leaves the rest. */
function usageOf(earlier: Usage | null, reported: Reported): Usage {
  const total = reported.output_tokens ?? (earlier ? earlier.output + earlier.reasoning : 0)
  const reasoning = reported.output_tokens_details?.thinking_tokens ?? earlier?.reasoning ?? 0
  return {
    input: reported.input_tokens ?? earlier?.input ?? 0,
    cacheRead: reported.cache_read_input_tokens ?? earlier?.cacheRead ?? 0,
    cacheWrite: reported.cache_creation_input_tokens ?? earlier?.cacheWrite ?? 0,
    output: Math.max(0, total - reasoning),
    reasoning,
    estimated: false,
  }
}

/** Reads a stream of Anthropic's Messages to its end. Throws `cut` where it ends before message_stop. */
export async function readMessages(
  stream: AsyncIterable<RawMessageStreamEvent>,
  call: AdapterCall,
  notes: readonly Words[],
  wire: Wire,
): Promise<AdapterAnswer> {
  const { connection, model, label = model } = call
  const collector = createCollector(call)
  let usage: Usage | null = null
  let stop: string | null = null
  let explanation: string | null = null
  let complete = false
  const report = (reported: Reported | null | undefined): void => {
    if (!reported) return
    usage = usageOf(usage, reported)
    collector.usage(usage)
  }
  for await (const event of stream) {
    switch (event.type) {
      case 'message_start':
        report(event.message.usage)
        break
      case 'content_block_start':
        if (event.content_block.type === 'tool_use') {
          collector.toolCall(event.index, { id: event.content_block.id, name: event.content_block.name })
        }
        break
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') collector.text(event.delta.text)
        else if (event.delta.type === 'thinking_delta') collector.reasoning(event.delta.thinking)
        else if (event.delta.type === 'input_json_delta') collector.toolCall(event.index, { arguments: event.delta.partial_json })
        break
      case 'message_delta':
        stop = event.delta.stop_reason ?? stop
        explanation = event.delta.stop_details?.explanation ?? explanation
        report(event.usage)
        break
      case 'message_stop':
        complete = true
        break
    }
  }
  wire.checkAborted()
  if (!complete || stop === null) throw cutError(connection)
  if (stop === 'refusal') throw refusedError(connection, label, explanation)
  return collector.answer(STOPS[stop] ?? 'end', notes)
}
