import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef, ProviderId } from '../../../shared/ids.ts'
import type { Link } from '../call.ts'
import { EndpointQueue } from '../endpoint-queue.ts'

export interface Endpoint {
  readonly id: ProviderId
  readonly name: string
  /** Calls at a time, over all runs. */
  readonly concurrency: number
}

/** Holds a call back until its endpoint has a free place. Waiting counts towards no time-out and reserves no money. */
export function limits(endpointOf: (model: ModelRef) => Endpoint): Link {
  const queues = new Map<ProviderId, EndpointQueue>()
  return async (call, next) => {
    const endpoint = endpointOf(call.request.model)
    const queue = queues.get(endpoint.id) ?? new EndpointQueue(endpoint.concurrency)
    queues.set(endpoint.id, queue)
    queue.concurrency = endpoint.concurrency
    const tellPlace = (ahead: number) =>
      call.emit({ type: 'speaker-queued', speaker: call.request.speaker, endpoint: endpoint.name, ahead })
    try {
      return await queue.run(() => next(call), call.signal, tellPlace)
    } catch (thrown) {
      throw call.signal.aborted ? TuttiError.from(call.signal.reason) : thrown
    }
  }
}
