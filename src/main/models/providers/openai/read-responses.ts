import type { Response, ResponseStreamEvent, ResponseUsage } from 'openai/resources/responses/responses'
import type { StopReason, Usage } from '../../../../shared/model.ts'
import type { Words } from '../../../../shared/sentence.ts'
import type { AdapterAnswer, AdapterCall } from '../../adapter.ts'
import { createCollector } from '../../collector.ts'
import { codeOfEvent, cutError, malformedError, refusedError, vendorError } from '../../vendor-error.ts'
import type { Wire } from '../../wire.ts'

function usageOf(reported: ResponseUsage): Usage {
  const cacheRead = reported.input_tokens_details?.cached_tokens ?? 0
  const cacheWrite = reported.input_tokens_details?.cache_write_tokens ?? 0
  const reasoning = reported.output_tokens_details?.reasoning_tokens ?? 0
  return {
    input: Math.max(0, reported.input_tokens - cacheRead - cacheWrite),
    cacheRead,
    cacheWrite,
    output: Math.max(0, reported.output_tokens - reasoning),
    reasoning,
    estimated: false,
  }
}

/** Reads a stream of OpenAI's Responses to its end. Throws `cut` where it ends before response.completed or response.incomplete. */
export async function readResponses(
  stream: AsyncIterable<ResponseStreamEvent>,
  call: AdapterCall,
  notes: readonly Words[],
  wire: Wire,
): Promise<AdapterAnswer> {
  const { connection, model, label = model } = call
  const collector = createCollector(call)
  let refused = false
  let last: Response | null = null
  for await (const event of stream) {
    switch (event.type) {
      case 'response.output_text.delta':
        collector.text(event.delta)
        break
      case 'response.refusal.delta':
        refused = true
        collector.text(event.delta)
        break
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        collector.reasoning(event.delta)
        break
      case 'response.output_item.added':
        if (event.item.type === 'function_call') {
          collector.toolCall(event.output_index, { id: event.item.call_id, name: event.item.name })
        }
        break
      case 'response.function_call_arguments.delta':
        collector.toolCall(event.output_index, { arguments: event.delta })
        break
      case 'error':
        throw vendorError(codeOfEvent(`${event.code} ${event.message}`), connection, { body: event.message, model })
      case 'response.failed': {
        const failure = event.response.error
        if (event.response.usage) collector.usage(usageOf(event.response.usage))
        throw vendorError(codeOfEvent(`${failure?.code} ${failure?.message}`), connection, { body: failure?.message ?? '', model })
      }
      case 'response.completed':
      case 'response.incomplete':
        last = event.response
        if (!last) throw malformedError(connection, 'a last event without its response')
        if (last.usage) collector.usage(usageOf(last.usage))
        break
    }
  }
  wire.checkAborted()
  if (!last) throw cutError(connection)
  const reason = last.incomplete_details?.reason
  if (refused || reason === 'content_filter') throw refusedError(connection, label, reason === 'content_filter' ? 'content filter' : null)
  const stop: StopReason = last.status === 'incomplete' ? 'length' : 'end'
  return collector.answer(stop, notes)
}
