import { TuttiError } from '../../shared/errors.ts'
import type { Wait } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'

interface OpenWait {
  /** Checks, commits and delivers; rejects where the value does not fit. */
  readonly answer: (value: string) => Promise<void>
}

/** What a run waits for from a person, while it runs in this process. */
export class Waits {
  readonly #open = new Map<string, OpenWait>()
  /** Answers that came before the resumed code came to its wait. */
  readonly #arrivals = new Map<string, ((open: OpenWait) => void)[]>()

  /** Resolves with the answer once it is committed. `accept` throws `invalid-input` for a value that does not fit. */
  open<T>(wait: Wait, signal: AbortSignal, accept: (value: string) => T, commit: (value: T, said: string) => Promise<void>): Promise<T> {
    return new Promise((resolve, reject) => {
      const close = () => this.#open.delete(wait.path)
      const stop = () => {
        close()
        reject(signal.reason)
      }
      if (signal.aborted) {
        stop()
        return
      }
      signal.addEventListener('abort', stop, { once: true })
      const open: OpenWait = {
        answer: async (said) => {
          const value = accept(said)
          if (this.#open.get(wait.path) !== open) throw notWaiting()
          close()
          signal.removeEventListener('abort', stop)
          await commit(value, said)
          resolve(value)
        },
      }
      this.#open.set(wait.path, open)
      for (const arrive of this.#arrivals.get(wait.path) ?? []) arrive(open)
      this.#arrivals.delete(wait.path)
    })
  }

  /** Ends the wait at `path`; resolves when the answer is durable. A resumed run may still be on its way to the wait. */
  async answer(path: string, value: string, signal: AbortSignal): Promise<void> {
    const open = this.#open.get(path) ?? (await this.#arrival(path, signal))
    await open.answer(value)
  }

  #arrival(path: string, signal: AbortSignal): Promise<OpenWait> {
    return new Promise((resolve, reject) => {
      this.#arrivals.set(path, [...(this.#arrivals.get(path) ?? []), resolve])
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  }
}

/** Somebody answered before. */
export function notWaiting(): TuttiError {
  return failure('not-found', say('gone.wait'))
}

/** One of the options' values, or `invalid-input` that names them. */
export function oneOf(wait: Pick<Wait, 'title' | 'options'>): (value: string) => string {
  return (value) => {
    if (wait.options.some((option) => option.value === value)) return value
    const options = wait.options.map((option) => option.value).join(', ')
    throw new TuttiError('invalid-input', `“${value}” is no answer to “${wait.title}”. Choose one of: ${options}.`, {
      data: { field: 'value', value },
    })
  }
}
