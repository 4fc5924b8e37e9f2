/** Where numbered facts go out, to whoever follows them. The kernel publishes and knows nobody who listens; the bus implements it. */
export interface EventTopic<T> {
  /** The number of the newest event. */
  readonly seq: number
  /** Numbers a fact at once and returns what `make` made of its number and time (epoch ms). Waits for nobody. */
  announce(make: (seq: number, at: number) => T): T
  /** Followers get what is left and stop. */
  end(): void
}

/** Opens a topic whose numbers go on after `after`. */
export type OpenTopic<T> = (after: number) => EventTopic<T>
