import { TuttiError } from '../../shared/errors.ts'
import type { Clock } from '../kernel/clock.ts'
import { type DeadLetter, DeadLetters } from './dead-letters.ts'
import { type AnyTopic, Topic, type TopicOptions } from './topic.ts'

interface BusParts {
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  /** Numbers start after this. A time in ms makes a number from before a restart fall short, so that its holder is told of the gap. */
  readonly numbersFrom?: number
  readonly onDeadLetter?: (letter: DeadLetter) => void
}

/** The topics of a process. Who opens a topic hands it on; others find it by its name, without its type. */
export class Bus {
  readonly deadLetters: DeadLetters
  readonly #parts: BusParts
  readonly #topics = new Map<string, AnyTopic>()

  constructor(parts: BusParts) {
    this.#parts = parts
    this.deadLetters = new DeadLetters(parts.onDeadLetter)
  }

  /** Opens a topic. Throws `invalid-input` where one of this name is open. */
  topic<T>(options: TopicOptions<T>): Topic<T> {
    const { name } = options
    if (this.#topics.has(name)) throw new TuttiError('invalid-input', `The topic “${name}” is open already. Use the one that was opened.`)
    const { clock, numbersFrom = 0 } = this.#parts
    const topic = new Topic(options, { clock, letters: this.deadLetters, numbersFrom, onEnd: () => this.#topics.delete(name) })
    this.#topics.set(name, topic)
    return topic
  }

  /** The open topic of this name, for windows and other processes. Throws `not-found`. */
  find(name: string): AnyTopic {
    const topic = this.#topics.get(name)
    if (topic) return topic
    throw new TuttiError(
      'not-found',
      `There is no topic “${name}”. Open are: ${
        this.list()
          .map((open) => open.name)
          .join(', ') || 'none'
      }.`,
    )
  }

  /** The open topics, by name. */
  list(): AnyTopic[] {
    return [...this.#topics.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Ends all topics. */
  close(): void {
    for (const topic of this.#topics.values()) topic.end()
  }
}
