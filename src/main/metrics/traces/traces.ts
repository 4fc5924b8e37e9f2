import { TuttiError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { Tracing } from '../../../shared/settings.ts'
import type { RunHistory } from '../../kernel/journal.ts'
import { runSpans } from './run-spans.ts'
import { exportSpans } from './span-export.ts'

export interface TracesParts {
  readonly settings: () => Tracing
  readonly history: (id: RunId) => Promise<RunHistory | null>
  readonly appVersion: string
  /** Told once until an export works again. */
  readonly onFault: (error: TuttiError) => void
}

/** Sends the spans of each run that ends to where the user said; off until then. Runs never wait for it. */
export class Traces {
  readonly #parts: TracesParts
  readonly #sending = new Set<Promise<void>>()
  #failing = false

  constructor(parts: TracesParts) {
    this.#parts = parts
  }

  runEnded(id: RunId): void {
    if (!this.#parts.settings().enabled) return
    const sent = this.#send(id).finally(() => this.#sending.delete(sent))
    this.#sending.add(sent)
  }

  /** Resolves when what was begun is sent or given up. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#sending)
  }

  async #send(id: RunId): Promise<void> {
    const { history, settings, appVersion, onFault } = this.#parts
    try {
      const found = await history(id)
      if (!found) return
      const { endpoint, content } = settings()
      await exportSpans(id, runSpans(found, { content }), { endpoint, appVersion })
      this.#failing = false
    } catch (thrown) {
      if (this.#failing) return
      this.#failing = true
      const { message } = TuttiError.from(thrown)
      const { endpoint } = settings()
      onFault(
        new TuttiError(
          'unreachable',
          `Traces could not be sent to ${endpoint}: ${message}. Check the address under Settings, Diagnostics.`,
        ),
      )
    }
  }
}
