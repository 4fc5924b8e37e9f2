/** What can be short: places that are given back, or an allowance that comes back with time. */
export interface Resource {
  /** Whether what is taken has to be given back. */
  readonly held: boolean
  /** Ms until `amount` may be taken: 0 for now, Infinity where only a release can tell. `now`: epoch ms. */
  waitMs(amount: number, now: number): number
  take(amount: number, now: number): Taken
}

export interface Taken {
  /** Ends the use. Once; later calls change nothing. */
  end(): void
  /** Says how much it was in the end (tokens are an estimate before). */
  correct(amount: number): void
}
