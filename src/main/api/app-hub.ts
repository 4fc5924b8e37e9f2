import { AppEvent, type AppEventBody, type AppSnapshot, type AppUpdate } from '../../shared/app-state.ts'
import type { Bus } from '../bus/bus.ts'
import type { Topic } from '../bus/topic.ts'
import { followTopic } from './follow-topic.ts'

const KEPT_EVENTS = 2000

/** The state of the whole app for every window: a snapshot, then the events of the topic `app`. They carry whole objects, so a repeated one changes nothing. */
export class AppHub {
  readonly #topic: Topic<AppEvent>
  readonly #read: () => Promise<Omit<AppSnapshot, 'seq'>>

  constructor(bus: Bus, read: () => Promise<Omit<AppSnapshot, 'seq'>>) {
    this.#topic = bus.topic({ name: 'app', schema: AppEvent, keep: KEPT_EVENTS })
    this.#read = read
  }

  publish(body: AppEventBody): void {
    this.#topic.announce((seq) => ({ ...body, seq }))
  }

  async snapshot(): Promise<AppSnapshot> {
    const { seq } = this.#topic
    return { ...(await this.#read()), seq }
  }

  async *watch(after: number | null, signal?: AbortSignal): AsyncGenerator<AppUpdate> {
    let from = after
    if (from === null) {
      const snapshot = await this.snapshot()
      from = snapshot.seq
      yield { type: 'snapshot', snapshot }
    }
    for await (const events of followTopic(this.#topic, from, signal)) {
      yield events === null ? { type: 'snapshot', snapshot: await this.snapshot() } : { type: 'events', events }
    }
  }
}
