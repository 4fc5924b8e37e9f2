import { statSync } from 'node:fs'
import type { JobRunner } from './worker/job-thread.ts'
import { checkpointJob } from './worker/store-job-kinds.ts'

/** A look at the log's size every so many commits. */
const COMMITS = 200
/** A shorter write-ahead log stays as it is. */
const LOG_BYTES = 4 * 1024 * 1024

/** Has the write-ahead log written back by the worker: within main it would take tens of milliseconds. */
export class Checkpoints {
  readonly #log: string
  readonly #jobs: JobRunner
  #commits = 0
  #running = false

  /** `path`: of the database. */
  constructor(path: string, jobs: JobRunner) {
    this.#log = `${path}-wal`
    this.#jobs = jobs
  }

  committed(): void {
    this.#commits += 1
    if (this.#commits < COMMITS || this.#running) return
    this.#commits = 0
    const { size } = statSync(this.#log, { throwIfNoEntry: false }) ?? { size: 0 }
    if (size < LOG_BYTES) return
    this.#running = true
    const ended = () => {
      this.#running = false
    }
    // One that did not come about is made up for by the next, and by closing.
    this.#jobs.run(checkpointJob, null).then(ended, ended)
  }
}
