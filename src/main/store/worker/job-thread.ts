import { MessageChannel, Worker } from 'node:worker_threads'
import { TuttiError } from '../../../shared/errors.ts'
import type { JobKind } from './job.ts'
import type { JobAnswer, JobSignal, ThreadData } from './job-messages.ts'

export interface JobOptions<P> {
  readonly signal?: AbortSignal | undefined
  readonly onPart?: (part: P) => void | Promise<void>
}

/** Where work is done that would keep the main thread from the window. */
export interface JobRunner {
  /** Rejects with the signal's reason as soon as it aborts, with the job's own error, or 'core-gone' where the thread has ended. */
  run<I, O, P>(kind: JobKind<I, O, P>, input: I, options?: JobOptions<P>): Promise<O>
}

export interface JobThreadOptions extends ThreadData {
  /** Memory is given back when nothing was asked for so long, in ms. */
  readonly idleMs?: number
}

/** Built, the thread's file lies beside the bundle; from the sources, it is the room's neighbour. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? '../../worker.ts' : './worker.js', import.meta.url)

/** An answer is never so large; a file that fills the memory ends its job and not the core. */
const MAX_HEAP_MB = 1024

/** The worker thread with the second connection to the database: starts at first use, ends when idle and with the core. */
export class JobThread implements JobRunner {
  readonly #data: ThreadData
  readonly #idleMs: number
  #worker: Worker | null = null
  #running = 0
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor({ home, idleMs = 30_000 }: JobThreadOptions) {
    this.#data = { home }
    this.#idleMs = idleMs
  }

  async run<I, O, P>(kind: JobKind<I, O, P>, input: I, { signal, onPart }: JobOptions<P> = {}): Promise<O> {
    signal?.throwIfAborted()
    if (this.#closed) throw gone()
    clearTimeout(this.#idle)
    this.#running += 1
    const { port1: port, port2 } = new MessageChannel()
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    const tell = (message: JobSignal) => port.postMessage(message)
    const { promise, resolve, reject } = Promise.withResolvers<O>()
    const fail = (thrown: unknown) => {
      Atomics.store(cancelled, 0, 1)
      tell('cancel')
      reject(thrown)
    }
    const cancel = () => fail(signal?.reason)
    const take = async (answer: JobAnswer<O, P>) => {
      if (answer.type === 'done') return resolve(answer.output)
      if (answer.type === 'failed') return reject(TuttiError.fromInfo(answer.error))
      await onPart?.(answer.part)
      tell('taken')
    }
    port.on('message', (answer: JobAnswer<O, P>) => void take(answer).catch(fail))
    port.on('close', () => reject(gone()))
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      this.#thread().postMessage({ name: kind.name, input, port: port2, cancelled }, [port2])
      return await promise
    } finally {
      signal?.removeEventListener('abort', cancel)
      this.#ended()
      // A job that was given up finds its port closed and stops at its next check.
      port.close()
    }
  }

  /** Ends the thread and whatever it does; resolves when it has let go of the database. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idle)
    await this.#end()
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(FILE, {
      name: 'tutti-storage',
      workerData: this.#data,
      // It needs nothing of the environment, where a vendor's key may stand.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    const forget = () => {
      if (this.#worker === worker) this.#worker = null
    }
    // Its jobs hear of it through their ports; the next one starts a new thread.
    worker.on('error', forget)
    worker.on('exit', forget)
    worker.unref()
    this.#worker = worker
    return worker
  }

  #ended(): void {
    this.#running -= 1
    if (this.#running > 0 || this.#closed) return
    this.#idle = setTimeout(() => void this.#end(), this.#idleMs)
    this.#idle.unref()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

function gone(): TuttiError {
  return new TuttiError('core-gone', 'The work was ended before it was done. Start it again.')
}
