import type { StoreApi } from 'zustand/vanilla'
import { reconnectDelay } from './back-off.ts'
import type { ConnectionState } from './transport.ts'
import { wait } from './wait.ts'

type Follow<T> = {
  /** Opens the stream after the number that `apply` reached. */
  readonly open: (after: number | null, signal: AbortSignal) => Promise<AsyncIterable<T>>
  readonly after: () => number | null
  readonly apply: (update: T) => void
  /** true once nothing more can come. */
  readonly finished: () => boolean
  readonly onError: (thrown: unknown) => void
  readonly signal: AbortSignal
}

/** Reads a numbered stream until it is finished, and opens it again from the last number whenever it breaks. */
export async function follow<T>(task: Follow<T>): Promise<void> {
  const { signal } = task
  for (let attempt = 1; !signal.aborted && !task.finished(); attempt++) {
    try {
      for await (const update of await task.open(task.after(), signal)) {
        attempt = 1
        task.apply(update)
        if (signal.aborted) return
      }
    } catch (thrown) {
      if (signal.aborted) return
      task.onError(thrown)
    }
    if (task.finished()) return
    try {
      await wait(reconnectDelay(attempt), signal)
    } catch {
      return
    }
  }
}

export type Connection = StoreApi<{ readonly state: ConnectionState }>
