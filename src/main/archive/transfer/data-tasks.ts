import type { DataTask, DataTaskKind } from '../../../shared/data.ts'
import { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../../kernel/clock.ts'

/** Progress is told at most so often, in ms. */
const PAUSE_MS = 100

/** What a task came to. */
export type TaskResult = Partial<Pick<DataTask, 'file' | 'imported' | 'backup'>>

export interface TaskOptions {
  readonly taskId: string
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number | null) => void
}

export interface TaskWork {
  readonly kind: DataTaskKind
  readonly subject: string
  work(options: TaskOptions): Promise<TaskResult>
}

/** Long work on the data folder, seen by all windows and stopped by any. */
export class DataTasks {
  readonly #clock: Clock
  readonly #tasks = new Map<string, DataTask>()
  readonly #controllers = new Map<string, AbortController>()
  readonly #running = new Set<Promise<void>>()
  #version = 0
  #wake: (() => void)[] = []
  #closed = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  start({ kind, subject, work }: TaskWork): { taskId: string } {
    const id = this.#clock.id()
    const controller = new AbortController()
    this.#controllers.set(id, controller)
    const nothing = { error: null, file: null, imported: null, backup: null, endedAt: null }
    this.#tasks.set(id, { id, kind, subject, state: 'running', done: 0, total: null, startedAt: this.#clock.now(), ...nothing })
    this.#changed()
    const { signal } = controller
    const running = this.#run(id, work({ taskId: id, signal, progress: (done, total) => this.#set(id, { done, total }) }), signal)
    this.#running.add(running)
    void running.finally(() => this.#running.delete(running))
    return { taskId: id }
  }

  get(id: string): DataTask | null {
    return this.#tasks.get(id) ?? null
  }

  cancel(id: string): void {
    this.#controllers.get(id)?.abort(new TuttiError('cancelled', 'Stopped by you.'))
  }

  /** Takes an ended task off the list. */
  dismiss(id: string): DataTask | null {
    const task = this.#tasks.get(id)
    if (task === undefined || task.state === 'running') return null
    this.#tasks.delete(id)
    this.#changed()
    return task
  }

  /** All tasks, now and after every change. */
  async *watch(signal?: AbortSignal): AsyncGenerator<DataTask[]> {
    let seen = -1
    while (!signal?.aborted && !this.#closed) {
      if (seen === this.#version) await this.#next(signal)
      if (signal?.aborted || seen === this.#version) continue
      seen = this.#version
      yield [...this.#tasks.values()]
      await this.#clock.sleep(PAUSE_MS, signal).catch(() => undefined)
    }
  }

  /** Stops everything; resolves when it has stopped. */
  async close(): Promise<void> {
    this.#closed = true
    for (const controller of this.#controllers.values()) controller.abort(new TuttiError('core-gone', 'Tutti is closing.'))
    this.#changed()
    await Promise.all(this.#running)
  }

  async #run(id: string, work: Promise<TaskResult>, signal: AbortSignal): Promise<void> {
    try {
      const result = await work
      this.#set(id, { ...result, state: 'done' })
    } catch (thrown) {
      const error = TuttiError.from(thrown).toInfo()
      this.#set(id, signal.aborted ? { state: 'cancelled' } : { state: 'failed', error })
    } finally {
      this.#controllers.delete(id)
      this.#set(id, { endedAt: this.#clock.now() })
    }
  }

  #set(id: string, change: Partial<DataTask>): void {
    const task = this.#tasks.get(id)
    if (task === undefined) return
    this.#tasks.set(id, { ...task, ...change })
    this.#changed()
  }

  #changed(): void {
    this.#version += 1
    for (const wake of this.#wake.splice(0)) wake()
  }

  #next(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve)
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}
