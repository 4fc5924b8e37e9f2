import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { scrub } from '../../shared/scrub.ts'

/** A file that has grown larger becomes the older one of two at the next start. */
const LARGEST_BYTES = 5 * 1024 * 1024
/** Lines that a report of diagnostics takes along. */
const RECENT_LINES = 200

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

export interface LogParts {
  /** The data folder. */
  readonly home: string
  /** Keys that are known at the moment, in case one of them stands in a text. */
  readonly secrets: () => Iterable<string | null>
  readonly clock: { now(): number }
}

/** What happened, one JSON line each, in `logs/tutti.log` of the data folder; without questions, answers and keys. */
export class Log {
  readonly path: string
  readonly #parts: LogParts
  readonly #file: WriteStream
  #recent: string[] = []

  constructor(parts: LogParts) {
    const folder = join(parts.home, 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.path = join(folder, 'tutti.log')
    if (existsSync(this.path) && statSync(this.path).size > LARGEST_BYTES) renameSync(this.path, join(folder, 'tutti.1.log'))
    this.#parts = parts
    this.#file = createWriteStream(this.path, { flags: 'a', mode: 0o600 })
    // A full disk stops no run; the lines of this start are kept in memory.
    this.#file.on('error', () => undefined)
  }

  info(message: string, facts: LogFacts = {}): void {
    this.#write('info', message, facts)
  }

  warn(message: string, facts: LogFacts = {}): void {
    this.#write('warn', message, facts)
  }

  /** The newest lines since the start, oldest first. */
  recent(): readonly string[] {
    return this.#recent
  }

  /** Resolves when everything is written. */
  close(): Promise<void> {
    return new Promise((resolve) => this.#file.end(() => resolve()))
  }

  #write(level: 'info' | 'warn', message: string, facts: LogFacts): void {
    const { clock, secrets } = this.#parts
    const line = scrub(JSON.stringify({ time: new Date(clock.now()).toISOString(), level, message, ...facts }), secrets())
    this.#recent = [...this.#recent.slice(1 - RECENT_LINES), line]
    this.#file.write(`${line}\n`)
  }
}
