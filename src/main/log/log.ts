import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { scrub } from '../../shared/scrub.ts'

/** A file that has grown larger becomes the older one of two at the next start. */
const LARGEST_BYTES = 5 * 1024 * 1024
/** Lines that a report of diagnostics takes along. */
const RECENT_LINES = 200

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

/** What happened, one JSON line each, in `logs/tutti.log` of the data folder; without questions, answers and keys. */
export class Log {
  readonly path: string
  readonly #logger: Logger
  readonly #destination: ReturnType<typeof pino.destination>

  /** `secrets`: keys that are known at the moment, in case one of them stands in a text. */
  constructor(home: string, secrets: () => Iterable<string | null>) {
    const folder = join(home, 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.path = join(folder, 'tutti.log')
    if (existsSync(this.path) && statSync(this.path).size > LARGEST_BYTES) renameSync(this.path, join(folder, 'tutti.1.log'))
    this.#destination = pino.destination({ dest: this.path, mode: 0o600, sync: false })
    this.#logger = pino(
      {
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        hooks: { streamWrite: (line) => scrub(line, secrets()) },
      },
      this.#destination,
    )
  }

  info(message: string, facts: LogFacts = {}): void {
    this.#logger.info(facts, message)
  }

  warn(message: string, facts: LogFacts = {}): void {
    this.#logger.warn(facts, message)
  }

  /** The newest lines, oldest first. */
  recent(): string[] {
    this.#destination.flushSync()
    return readFileSync(this.path, 'utf8').trimEnd().split('\n').slice(-RECENT_LINES)
  }

  /** Writes what is left. */
  close(): void {
    this.#destination.flushSync()
    this.#destination.end()
  }
}
