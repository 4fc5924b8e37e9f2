import { Worker } from 'node:worker_threads'
import { TuttiError } from '../../shared/errors.ts'
import type { CalculateJob, CodeJob, EvaluateJob, QueryJob, ReadHtmlJob, SandboxJob, SandboxReply, ValidateJob } from './sandbox-job.ts'

/** Built, the thread's file lies beside the bundle; from the sources, above the room. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? '../sandbox-worker.ts' : './sandbox-worker.js', import.meta.url)
/** Beyond a job's own limit, which the worker keeps itself where it can: starting the thread, parsing, copying. */
const GRACE_MS = 3_000
const MAX_HEAP_MB = 256
const IDLE_MS = 30_000
const NAMES = {
  evaluate: 'expression',
  validate: 'check',
  code: 'code',
  calculate: 'calculation',
  query: 'query',
  'read-html': 'page',
} as const satisfies Record<SandboxJob['type'], string>

interface Waiting {
  readonly job: SandboxJob
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs expressions, code and queries that a person or a model wrote, and reads pages of strangers, in a thread of its own without environment, one job at a time. A job that
 * does not end in time costs the thread its life; the next one gets a new thread.
 */
export class Sandbox {
  readonly #queue: Waiting[] = []
  #worker: Worker | null = null
  #current: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null = null
  #idle: NodeJS.Timeout | undefined
  #last = 0

  /** By name, the value of each expression; one that finds nothing is left out. Throws `invalid-input`, naming the expression. */
  async evaluate(job: Omit<EvaluateJob, 'type'>, signal: AbortSignal): Promise<Record<string, unknown>> {
    const value = await this.#run({ ...job, type: 'evaluate' }, signal)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  }

  /** What does not fit, in sentences; empty where the value fits. Throws `invalid-input` for a schema that is none. */
  async validate(job: Omit<ValidateJob, 'type'>, signal: AbortSignal): Promise<string[]> {
    const problems = await this.#run({ ...job, type: 'validate' }, signal)
    return Array.isArray(problems) ? problems.map(String) : []
  }

  /** What the code returns. Throws `invalid-input` with the code's own error. */
  code(job: Omit<CodeJob, 'type'>, signal: AbortSignal): Promise<unknown> {
    return this.#run({ ...job, type: 'code' }, signal)
  }

  /** The value, as text. Throws `invalid-input` for what is no expression. */
  async calculate(job: Omit<CalculateJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#run({ ...job, type: 'calculate' }, signal))
  }

  /** Rows as JSON text. Throws `invalid-input` for a statement that would do more than read, or fails. */
  async query(job: Omit<QueryJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#run({ ...job, type: 'query' }, signal))
  }

  /** The page's text, with its links. */
  async readHtml(job: Omit<ReadHtmlJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#run({ ...job, type: 'read-html' }, signal))
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    const gone = new TuttiError('core-gone', 'Tutti is closing.')
    if (this.#current) this.#settle((waiting) => waiting.reject(gone))
    for (const waiting of this.#queue.splice(0)) waiting.reject(gone)
    await worker?.terminate()
  }

  #run(job: SandboxJob, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const waiting: Waiting = { job, resolve, reject }
    const cancel = () => {
      const place = this.#queue.indexOf(waiting)
      if (place !== -1) this.#queue.splice(place, 1)
      else if (this.#current?.resolve === resolve) {
        this.#kill()
        this.#settle(() => undefined)
      }
      reject(signal.reason)
      this.#next()
    }
    signal.addEventListener('abort', cancel, { once: true })
    this.#queue.push(waiting)
    this.#next()
    return promise.finally(() => signal.removeEventListener('abort', cancel))
  }

  #next(): void {
    if (this.#current !== null) return
    const waiting = this.#queue.shift()
    clearTimeout(this.#idle)
    if (waiting === undefined) {
      this.#idle = setTimeout(() => this.#kill(), IDLE_MS)
      this.#idle.unref()
      return
    }
    this.#last += 1
    const limit = waiting.job.timeMs + GRACE_MS
    const timer = setTimeout(() => this.#overdue(), limit)
    this.#current = { ...waiting, id: this.#last, timer }
    this.#thread().postMessage({ id: this.#last, job: waiting.job })
  }

  #overdue(): void {
    const { job } = this.#current ?? {}
    this.#kill()
    const error = new TuttiError(
      'invalid-input',
      `The ${job === undefined ? 'job' : NAMES[job.type]} did not end within ${job?.timeMs} ms.`,
    )
    this.#settle((waiting) => waiting.reject(error))
    this.#next()
  }

  #settle(how: (waiting: Waiting) => void): void {
    const current = this.#current
    if (current === null) return
    clearTimeout(current.timer)
    this.#current = null
    how(current)
  }

  #take(reply: SandboxReply): void {
    if (this.#current?.id !== reply.id) return
    this.#settle((waiting) => (reply.ok ? waiting.resolve(reply.value) : waiting.reject(failureOf(reply))))
    this.#next()
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(FILE, {
      name: 'tutti-sandbox',
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, stackSizeMb: 4 },
    })
    const ended = () => {
      if (this.#worker !== worker) return
      this.#worker = null
      const error = new TuttiError('invalid-input', 'The expression or code needs more memory than it may have. Give it less to do.')
      this.#settle((waiting) => waiting.reject(error))
      this.#next()
    }
    worker.on('message', (reply: SandboxReply) => this.#take(reply))
    worker.on('error', ended)
    worker.on('exit', ended)
    worker.unref()
    this.#worker = worker
    return worker
  }

  #kill(): void {
    const worker = this.#worker
    this.#worker = null
    if (this.#current !== null) clearTimeout(this.#current.timer)
    void worker?.terminate()
  }
}

function failureOf({ where, message }: { readonly where: string; readonly message: string }): TuttiError {
  return new TuttiError('invalid-input', where === '' ? message : `${where}: ${message}`, where === '' ? {} : { data: { field: where } })
}
