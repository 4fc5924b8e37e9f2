import type { Database } from '../database.ts'

/**
 * A kind of work for the worker thread: what it takes, hands over meanwhile and returns. `carries` is never set; it binds both ends, which
 * are one build, to the same types.
 */
export interface JobKind<I, O, P = never> {
  readonly name: string
  readonly carries?: { readonly input: I; readonly output: O; readonly part: P }
}

export function jobKind<I, O, P = never>(name: string): JobKind<I, O, P> {
  return { name }
}

/** What a job may use in the worker. */
export interface JobContext<P> {
  /** The worker's connection. Jobs take turns on it between awaits: a transaction over an await needs a connection of its own. */
  readonly db: Database
  /** The data folder. */
  readonly home: string
  /** Aborts when nobody waits any more; seen after an await alone. */
  readonly signal: AbortSignal
  /** Throws where nobody waits any more; sees it within a loop without awaits, too. */
  check(): void
  /** Hands over a part; resolves when the other side can take the next. */
  emit(part: P): Promise<void>
  /** Lets other jobs of the thread have a turn. */
  breathe(): Promise<void>
}

export interface JobHandler {
  readonly name: string
  work(input: never, context: JobContext<never>): unknown
}

export function handler<I, O, P>(kind: JobKind<I, O, P>, work: (input: I, context: JobContext<P>) => O | Promise<O>): JobHandler {
  return { name: kind.name, work }
}
