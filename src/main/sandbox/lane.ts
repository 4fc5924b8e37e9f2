import { TuttiError } from '../../shared/errors.ts'
import type { Cell, OpenCell } from './cell.ts'
import type { SandboxJob, SandboxReply } from './sandbox-job.ts'

const IDLE_MS = 30_000
const NAMES = {
  evaluate: 'expression',
  validate: 'check',
  code: 'code',
  calculate: 'calculation',
  query: 'query',
  'read-html': 'page',
} as const satisfies Record<SandboxJob['type'], string>

const DIED = 'was ended: it may need more memory than it may have. Give it less to do.'

export interface LaneOptions {
  readonly open: OpenCell
  /** Beyond a job's own limit, where the cell keeps that itself and says more of what was wrong. */
  readonly graceMs: number
  /** Beyond it, for the first job of a cell. */
  readonly startMs: number
}

interface Waiting {
  readonly job: SandboxJob
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Jobs one at a time in one cell. A job that does not end in time costs the cell its life; the next one gets a new cell. */
export class Lane {
  readonly #options: LaneOptions
  readonly #queue: Waiting[] = []
  #cell: Cell | null = null
  #current: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null = null
  #idle: NodeJS.Timeout | undefined
  #last = 0

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** Throws `invalid-input` with the job's own error, or where it does not end in time. */
  run(job: SandboxJob, signal: AbortSignal): Promise<unknown> {
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

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const cell = this.#cell
    this.#cell = null
    const gone = new TuttiError('core-gone', 'Tutti is closing.')
    if (this.#current) this.#settle((waiting) => waiting.reject(gone))
    for (const waiting of this.#queue.splice(0)) waiting.reject(gone)
    await cell?.end()
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
    const { graceMs, startMs } = this.#options
    const limit = waiting.job.timeMs + graceMs + (this.#cell === null ? startMs : 0)
    const timer = setTimeout(() => this.#overdue(), limit)
    this.#current = { ...waiting, id: this.#last, timer }
    this.#opened().post({ id: this.#last, job: waiting.job })
  }

  #overdue(): void {
    this.#kill()
    this.#settle(({ job, reject }) =>
      reject(new TuttiError('invalid-input', `The ${NAMES[job.type]} did not end within ${job.timeMs} ms. It was stopped.`)),
    )
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

  #opened(): Cell {
    if (this.#cell !== null) return this.#cell
    const cell = this.#options.open({
      reply: (reply) => this.#take(reply),
      ended: () => {
        if (this.#cell !== cell) return
        this.#cell = null
        this.#settle(({ job, reject }) => reject(new TuttiError('invalid-input', `The ${NAMES[job.type]} ${DIED}`)))
        this.#next()
      },
    })
    this.#cell = cell
    return cell
  }

  #kill(): void {
    const cell = this.#cell
    this.#cell = null
    if (this.#current !== null) clearTimeout(this.#current.timer)
    void cell?.end()
  }
}

function failureOf({ where, message }: { readonly where: string; readonly message: string }): TuttiError {
  return new TuttiError('invalid-input', where === '' ? message : `${where}: ${message}`, where === '' ? {} : { data: { field: where } })
}
