import { WireBatch } from '../../shared/bus.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Topic } from './topic.ts'

interface MirrorOptions {
  /** Batches of the same topic in the process that numbers it, after a number; anything may come over a wire. */
  readonly source: (after: number, signal: AbortSignal) => AsyncIterable<unknown>
  readonly clock: Clock
  readonly signal: AbortSignal
  /** The wait before the next try when the source breaks off, in ms. */
  readonly retryMs?: number
}

/**
 * Keeps a topic of this process equal to one of another: same events, same numbers. When the source breaks off it is asked again for what
 * came after the last number, so that nothing is lost or repeated; what the source has forgotten arrives as a gap.
 * Ends with the signal; rejects with `malformed` for what is not a delivery of this topic.
 */
export async function mirror<T>(topic: Topic<T>, { source, clock, signal, retryMs = 500 }: MirrorOptions): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const received of source(topic.seq, signal)) take(topic, received)
    } catch (thrown) {
      if (thrown instanceof TuttiError && thrown.code === 'malformed') throw thrown
    }
    if (!signal.aborted) await clock.sleep(retryMs, signal).catch(() => {})
  }
}

function take<T>(topic: Topic<T>, received: unknown): void {
  const batch = WireBatch.safeParse(received)
  if (!batch.success || batch.data.some((delivery) => delivery.topic !== topic.name)) {
    throw new TuttiError(
      'malformed',
      `What arrived for the topic “${topic.name}” is not a delivery of it. Use the same version on both sides.`,
    )
  }
  try {
    for (const delivery of batch.data) topic.receive(delivery)
  } catch (thrown) {
    throw new TuttiError('malformed', `An event of the topic “${topic.name}” has another form here. Use the same version on both sides.`, {
      cause: thrown,
    })
  }
}
