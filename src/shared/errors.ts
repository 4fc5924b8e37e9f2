import { z } from 'zod'
import { Said } from './sentence.ts'

/** Every way in which Tutti says no. The interface maps each code to a sentence and an action. */
export const ErrorCode = z.enum([
  'invalid-input', // the message names the field, the value and the remedy
  'not-found',
  'unknown-model',
  'unknown-provider',
  'no-key',
  'wrong-key', // 401
  'forbidden', // 403
  'bad-request', // 400, 404, 413, 422 of a vendor
  'rate-limited', // 429
  'out-of-credit', // the vendor's account has no money left
  'vendor-error', // 5xx, overloaded
  'unreachable', // connection refused, DNS, reset before an answer
  'cut', // the stream ended before the vendor said so
  'malformed', // an event or body that is not what the protocol says
  'timeout',
  'refused', // the model declined or a filter stopped it
  'circuit-open', // the endpoint failed repeatedly and rests
  'budget-exceeded',
  'no-price',
  'cannot-take', // the model cannot read an attachment or call tools
  'cancelled',
  'not-needed', // a quorum decided without this call
  'no-answer', // every member failed
  'concurrent-effect', // a context runs one effect at a time
  'diverged', // a resumed run's journal does not match the code
  'core-gone', // the core of this data folder went away
  'newer-data', // the database was written by a newer version
  'damaged', // a file could not be read and was set aside
  'denied', // authorisation
  'withheld', // a policy of the user's kept the request from leaving
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** The form in which an error is journaled, sent to a page and printed by the command line. */
export const ErrorInfo = z.object({
  code: ErrorCode,
  message: z.string(),
  retryable: z.boolean(),
  /** HTTP status of a vendor's answer, where there was one. */
  status: z.number().int().optional(),
  /** The wait that the vendor asked for, in ms. */
  retryAfterMs: z.number().nonnegative().optional(),
  /** Names and values that the message speaks of; never a secret. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  said: Said.optional(),
})
export type ErrorInfo = z.infer<typeof ErrorInfo>

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'rate-limited',
  'vendor-error',
  'unreachable',
  'cut',
  'malformed',
  'timeout',
  'circuit-open',
])

type ErrorDetails = Partial<Pick<ErrorInfo, 'retryable' | 'status' | 'retryAfterMs' | 'data' | 'said'>> & { cause?: unknown }

/** The one error class. Unknown throws are normalised once, at the boundary, by `TuttiError.from`. */
export class TuttiError extends Error {
  override readonly name = 'TuttiError'
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  readonly data: ErrorInfo['data']
  readonly said: ErrorInfo['said']

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.code = code
    this.retryable = details.retryable ?? RETRYABLE.has(code)
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
    this.data = details.data
    this.said = details.said
  }

  static from(thrown: unknown): TuttiError {
    if (thrown instanceof TuttiError) return thrown
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return new TuttiError('internal', message, { cause: thrown })
  }

  static fromInfo(info: ErrorInfo): TuttiError {
    return new TuttiError(info.code, info.message, info)
  }

  toInfo(): ErrorInfo {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      ...(this.data === undefined ? {} : { data: this.data }),
      ...(this.said === undefined ? {} : { said: this.said }),
    }
  }
}

export function assertNever(value: never): never {
  throw new TuttiError('internal', `Unexpected value: ${JSON.stringify(value)}`)
}
