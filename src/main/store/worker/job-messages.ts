import type { MessagePort } from 'node:worker_threads'
import type { ErrorInfo } from '../../../shared/errors.ts'

/** Handed to the thread when it starts. */
export interface ThreadData {
  readonly home: string
}

/** One job: its answers come through `port`; the first element of `cancelled` is set to 1 when nobody waits any more. */
export interface JobRequest {
  readonly name: string
  readonly input: never
  readonly port: MessagePort
  readonly cancelled: Int32Array<SharedArrayBuffer>
}

export type JobAnswer<O, P> =
  | { readonly type: 'part'; readonly part: P }
  | { readonly type: 'done'; readonly output: O }
  | { readonly type: 'failed'; readonly error: ErrorInfo }

/** From the side that waits: a part was taken, or nobody waits any more. */
export type JobSignal = 'taken' | 'cancel'

/** Parts that may be on their way at a time. */
export const PARTS_AHEAD = 4
