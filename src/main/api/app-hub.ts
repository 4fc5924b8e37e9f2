import type { AppEvent, AppEventBody, AppSnapshot, AppUpdate } from '../../shared/app-state.ts'
import { Feed } from '../kernel/feed.ts'

const KEPT_EVENTS = 2000
const PAUSE_MS = 50

/** The state of the whole app for every window: a snapshot, then numbered events. Events carry whole objects, so a repeated one changes nothing. */
export class AppHub {
  readonly #feed: Feed<AppEvent>
  readonly #read: () => Promise<Omit<AppSnapshot, 'seq'>>

  /** `startedAt` (epoch ms) is where numbers start, so that a number from an earlier core is seen to be a gap. */
  constructor(startedAt: number, read: () => Promise<Omit<AppSnapshot, 'seq'>>) {
    this.#feed = new Feed(KEPT_EVENTS, startedAt)
    this.#read = read
  }

  publish(body: AppEventBody): void {
    this.#feed.publish((seq) => ({ ...body, seq }))
  }

  async snapshot(): Promise<AppSnapshot> {
    const { seq } = this.#feed
    return { ...(await this.#read()), seq }
  }

  async *watch(after: number | null, signal?: AbortSignal): AsyncGenerator<AppUpdate> {
    let from = after
    if (from === null) {
      const snapshot = await this.snapshot()
      from = snapshot.seq
      yield { type: 'snapshot', snapshot }
    }
    for await (const events of this.#feed.follow(from, { signal, pauseMs: PAUSE_MS })) {
      yield events === null ? { type: 'snapshot', snapshot: await this.snapshot() } : { type: 'events', events: [...events] }
    }
  }

  close(): void {
    this.#feed.end()
  }
}
