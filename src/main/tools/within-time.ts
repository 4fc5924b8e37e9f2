import { TuttiError } from '../../shared/errors.ts'

/** Gives `work` up after `ms`, and when the signal aborts, also where it does not listen. Throws `timeout`, or the signal's reason. */
export async function withinTime<T>(name: string, ms: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const over = new AbortController()
  const ended = Promise.withResolvers<never>()
  ended.promise.catch(() => undefined)
  const end = (reason: unknown): void => {
    over.abort(reason)
    ended.reject(reason)
  }
  const cancel = () => end(signal.reason)
  signal.addEventListener('abort', cancel, { once: true })
  const timer = setTimeout(() => end(new TuttiError('timeout', `${name} gave no result within ${ms / 1000} s. It was stopped.`)), ms)
  try {
    return await Promise.race([work(over.signal), ended.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
}
