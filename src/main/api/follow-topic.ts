import type { Topic } from '../bus/topic.ts'

/** A window draws at most 20 times a second. */
export const FLUSH_MS = 50

/** The events of a topic after a number, several at a time, until it ends; null in their place where some are forgotten: take a snapshot. */
export async function* followTopic<T>(topic: Topic<T>, after: number, signal: AbortSignal | undefined): AsyncGenerator<T[] | null, void> {
  for await (const batch of topic.batches({ after, pauseMs: FLUSH_MS, ...(signal && { signal }) })) {
    const events: T[] = []
    for (const delivery of batch) if (delivery.type === 'event') events.push(delivery.payload)
    // A snapshot covers the events of its batch as well.
    yield events.length === batch.length ? events : null
  }
}
