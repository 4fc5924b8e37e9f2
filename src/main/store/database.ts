import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { ZodType } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import { isBusy, storageError } from './storage-error.ts'

interface QueuedWrite {
  readonly work: () => void
  readonly resolve: () => void
  readonly reject: (error: TuttiError) => void
}

/** A group stops growing after this long, so that the window never waits for a burst. */
const GROUP_MS = 4

/** While the worker writes, which it does for a few ms at a time, the writer tries again after this long, and gives up after so long. */
const RETRY_MS = 1
const PATIENCE_MS = 5_000

/**
 * The one connection of the core: cached statements for reading, and one writer that commits what was queued in the same turn together.
 *
 * A commit survives SIGKILL with `synchronous=NORMAL`: in WAL mode its pages have left the process by write(2) before COMMIT returns, and
 * the operating system keeps them. Only a power cut or a crash of the system itself may take the last commits, never the file's integrity.
 */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #queue: QueuedWrite[] = []
  #scheduled = false
  #closed = false
  #busySince: number | null = null
  readonly #committed: () => void

  /** `committed` is called after each group. The connection's own busy time-out must be short: it would be waited for within a turn. */
  constructor(db: DatabaseSync, committed: () => void = () => undefined) {
    this.#db = db
    this.#committed = committed
  }

  /** Queues `work`, which must be synchronous and may be done a second time where another write of its group failed. Resolves once it is committed; a failing one rejects alone and leaves no trace. */
  write(work: () => void): Promise<void> {
    if (this.#closed) return Promise.reject(closed())
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, resolve, reject })
      if (this.#scheduled) return
      this.#scheduled = true
      setImmediate(() => this.#flush())
    })
  }

  all<T>(schema: ZodType<T>, sql: string, ...values: SQLInputValue[]): T[] {
    if (!this.#db.isOpen) throw closed()
    try {
      return this.#statement(sql)
        .all(...values)
        .map((row) => schema.parse(row))
    } catch (thrown) {
      throw storageError(thrown)
    }
  }

  one<T>(schema: ZodType<T>, sql: string, ...values: SQLInputValue[]): T | null {
    return this.all(schema, sql, ...values)[0] ?? null
  }

  /** Changes rows; only inside `write`. Returns how many. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  /** Writes what is queued and closes the file. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#db.exec('PRAGMA busy_timeout = 2000')
    while (this.#queue.length > 0) this.#commitGroup()
    this.#statements.clear()
    this.#db.close()
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const prepared = this.#db.prepare(sql)
    this.#statements.set(sql, prepared)
    return prepared
  }

  #flush(): void {
    if (this.#closed) return
    const outcome = this.#queue.length === 0 ? 'committed' : this.#commitTogether()
    if (outcome === 'busy' && this.#mayWait()) return void setTimeout(() => this.#flush(), RETRY_MS)
    this.#busySince = null
    if (outcome !== 'committed') this.#commitGroup()
    this.#scheduled = this.#queue.length > 0
    if (this.#scheduled) setImmediate(() => this.#flush())
  }

  #mayWait(): boolean {
    const now = performance.now()
    this.#busySince ??= now
    return now - this.#busySince < PATIENCE_MS
  }

  /** The usual way: no write fails, so none needs a savepoint of its own. Where one did, or another connection writes, nothing has happened. */
  #commitTogether(): 'committed' | 'failed' | 'busy' {
    let taken = 0
    try {
      this.#control('BEGIN IMMEDIATE')
    } catch (thrown) {
      return isBusy(thrown) ? 'busy' : 'failed'
    }
    try {
      const end = performance.now() + GROUP_MS
      for (const write of this.#queue) {
        write.work()
        taken += 1
        if (performance.now() > end) break
      }
      this.#control('COMMIT')
    } catch {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      return 'failed'
    }
    const done = this.#queue.slice(0, taken)
    this.#queue = this.#queue.slice(taken)
    for (const write of done) write.resolve()
    this.#committed()
    return 'committed'
  }

  /** Takes writes from the queue's front for at most GROUP_MS and commits them together; one that fails is left out and told why. */
  #commitGroup(): void {
    const done: QueuedWrite[] = []
    let taken = 0
    try {
      this.#control('BEGIN IMMEDIATE')
      const end = performance.now() + GROUP_MS
      for (const write of this.#queue) {
        taken += 1
        const problem = this.#attempt(write)
        if (problem === null) done.push(write)
        else write.reject(problem)
        if (performance.now() > end) break
      }
      this.#control('COMMIT')
    } catch (thrown) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      taken = Math.max(taken, 1)
      const error = storageError(thrown)
      // Those that were rejected before stay rejected for their own reason.
      for (const write of this.#queue.slice(0, taken)) write.reject(error)
      this.#queue = this.#queue.slice(taken)
      return
    }
    this.#queue = this.#queue.slice(taken)
    for (const write of done) write.resolve()
    this.#committed()
  }

  /** Runs one write within the group; returns why it failed. Throws where SQLite gave up the whole transaction. */
  #attempt(write: QueuedWrite): TuttiError | null {
    this.#control('SAVEPOINT one_write')
    try {
      write.work()
      this.#control('RELEASE one_write')
      return null
    } catch (thrown) {
      if (!this.#db.isTransaction) throw thrown
      this.#control('ROLLBACK TO one_write')
      this.#control('RELEASE one_write')
      return storageError(thrown)
    }
  }

  /** Prepared once: these stand around every write. */
  #control(sql: string): void {
    this.#statement(sql).run()
  }
}

function closed(): TuttiError {
  return new TuttiError('core-gone', 'The database is closed. Start Tutti again.')
}
