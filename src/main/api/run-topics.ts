import { z } from 'zod'
import { RunId } from '../../shared/ids.ts'
import { RunEvent } from '../../shared/run.ts'
import type { Bus } from '../bus/bus.ts'
import type { Topic } from '../bus/topic.ts'
import type { EventTopic } from '../kernel/event-topic.ts'

/** Of a run that runs; a window that slept longer takes a snapshot. */
const KEPT_OF_A_RUN = 5000
const KEPT_OF_ALL = 1000

/** An event of any run, numbered over all of them; `event.seq` is its number within its run. */
const RunsEvent = z.object({ run: RunId, event: RunEvent })
type RunsEvent = z.infer<typeof RunsEvent>

/** The topics of runs: `run/<id>` while it runs in this process, and `runs` with the events of all, text that streams left out. */
export class RunTopics {
  readonly #bus: Bus
  readonly #all: Topic<RunsEvent>
  readonly #live = new Map<RunId, Topic<RunEvent>>()

  constructor(bus: Bus) {
    this.#bus = bus
    this.#all = bus.topic({ name: 'runs', schema: RunsEvent, keep: KEPT_OF_ALL })
  }

  /** Opens a run's topic; its numbers go on after `after`. */
  open(run: RunId, after: number): EventTopic<RunEvent> {
    const topic = this.#bus.topic({ name: `run/${run}`, schema: RunEvent, keep: KEPT_OF_A_RUN, numbersFrom: after })
    this.#live.set(run, topic)
    return {
      get seq() {
        return topic.seq
      },
      announce: (make) => {
        const event = topic.announce(make)
        if (event.type !== 'speaker-delta') this.#all.announce(() => ({ run, event }))
        return event
      },
      end: () => {
        topic.end()
        this.#live.delete(run)
      },
    }
  }

  /** The topic of a run, where it runs in this process. */
  of(run: RunId): Topic<RunEvent> | null {
    return this.#live.get(run) ?? null
  }
}
