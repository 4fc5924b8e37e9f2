import { Lane } from './lane.ts'
import { openProcess } from './open-process.ts'
import { openThread } from './open-thread.ts'
import type { CalculateJob, CodeJob, EvaluateJob, QueryJob, ReadHtmlJob, ValidateJob } from './sandbox-job.ts'

/** Runs expressions, code and queries that a person or a model wrote, and reads pages of strangers, each where it can be ended. */
export class Sandbox {
  readonly #thread = new Lane({ open: openThread, graceMs: 3_000, startMs: 0 })
  /** SQLite computes in one native call, which no thread is freed of. */
  readonly #process = new Lane({ open: openProcess, graceMs: 0, startMs: 3_000 })

  /** By name, the value of each expression; one that finds nothing is left out. Throws `invalid-input`, naming the expression. */
  async evaluate(job: Omit<EvaluateJob, 'type'>, signal: AbortSignal): Promise<Record<string, unknown>> {
    const value = await this.#thread.run({ ...job, type: 'evaluate' }, signal)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  }

  /** What does not fit, in sentences; empty where the value fits. Throws `invalid-input` for a schema that is none. */
  async validate(job: Omit<ValidateJob, 'type'>, signal: AbortSignal): Promise<string[]> {
    const problems = await this.#thread.run({ ...job, type: 'validate' }, signal)
    return Array.isArray(problems) ? problems.map(String) : []
  }

  /** What the code returns. Throws `invalid-input` with the code's own error. */
  code(job: Omit<CodeJob, 'type'>, signal: AbortSignal): Promise<unknown> {
    return this.#thread.run({ ...job, type: 'code' }, signal)
  }

  /** The value, as text. Throws `invalid-input` for what is no expression. */
  async calculate(job: Omit<CalculateJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#thread.run({ ...job, type: 'calculate' }, signal))
  }

  /** Rows as JSON text. Throws `invalid-input` for a statement that would do more than read, fails, or does not end in time. */
  async query(job: Omit<QueryJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#process.run({ ...job, type: 'query' }, signal))
  }

  /** The page's text, with its links. */
  async readHtml(job: Omit<ReadHtmlJob, 'type'>, signal: AbortSignal): Promise<string> {
    return String(await this.#thread.run({ ...job, type: 'read-html' }, signal))
  }

  async close(): Promise<void> {
    await Promise.all([this.#thread.close(), this.#process.close()])
  }
}
