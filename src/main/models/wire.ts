import { TuttiError } from '../../shared/errors.ts'
import { scrub } from '../../shared/scrub.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Connection } from './adapter.ts'
import { codeOfEvent, cutError, malformedError, statusError, unreachableError, vendorError } from './vendor-error.ts'

const LONGEST_ERROR_BODY = 64_000
const LONGEST_CAUSE_CHAIN = 8

/** Anything else makes `fetch` throw an error that quotes the header, and with it the key. */
const HEADER_SAFE = /^[\x21-\x7e]+$/

/** One call's way to a vendor, handed to its SDK. */
export interface Wire {
  /** Goes where `fetch` goes in the SDK's options. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** What the SDK threw, as the error that Tutti speaks of; the signal's own reason where it was that. */
  readonly error: (thrown: unknown) => TuttiError
  /** Throws where the call was cancelled: SDKs end an aborted stream as if it were complete. */
  readonly checkAborted: () => void
}

interface WireOptions {
  readonly connection: Connection
  readonly signal: AbortSignal
  /** Left out where no model is asked (listing). */
  readonly model?: string
  /** The type that a success must have: a page in HTML is a proxy's, not the vendor's. */
  readonly expects: 'text/event-stream' | 'application/json'
  readonly onBytes?: () => void
  /** Of every answer, whatever its status. */
  readonly onHeaders?: (headers: Headers) => void
  readonly now?: () => number
}

function abortError(signal: AbortSignal): TuttiError {
  const reason: unknown = signal.reason
  return reason instanceof TuttiError ? reason : failure('cancelled', say('stopped.cancelled'), { cause: reason })
}

function* causes(thrown: unknown): Generator<unknown> {
  let current = thrown
  for (let depth = 0; depth < LONGEST_CAUSE_CHAIN && current !== undefined && current !== null; depth++) {
    yield current
    current = current instanceof Error ? current.cause : undefined
  }
}

/** The deepest system code of a failed connection ("ECONNREFUSED"), else its message. */
function reasonOf(thrown: unknown): string {
  let reason = 'no answer'
  for (const cause of causes(thrown)) {
    if (!(cause instanceof Error)) continue
    reason = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
  }
  return reason
}

/**
 * Watches one call at the level of HTTP, below the SDK, because the SDKs lose what matters here: Google's errors carry no headers,
 * an aborted stream ends silently, a cut one throws a bare TypeError, and HTML with status 200 reads as an empty answer.
 */
export function openWire({ connection, signal, model, expects, onBytes, onHeaders, now = Date.now }: WireOptions): Wire {
  if (connection.key !== null && !HEADER_SAFE.test(connection.key)) {
    throw failure('wrong-key', say('vendor.odd-key', { who: connection.name }), { data: { provider: connection.name } })
  }
  const about = model === undefined ? {} : { model }
  /** Of the answer's head. Kept here because an SDK may replace it by an error of its own that forgets it. */
  let failed: TuttiError | null = null
  const fail = (error: TuttiError): TuttiError => {
    failed ??= error
    return error
  }

  async function watchedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await fetch(input, init)
    } catch (thrown) {
      throw fail(signal.aborted ? abortError(signal) : unreachableError(connection, reasonOf(thrown)))
    }
    onHeaders?.(response.headers)
    onBytes?.()
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok) {
      const body = (await response.text().catch(() => '')).slice(0, LONGEST_ERROR_BODY)
      throw fail(statusError(connection, model, { status: response.status, headers: response.headers, body }, now()))
    }
    if (!type.includes(expects)) {
      const body = type.includes('application/json') ? (await response.text().catch(() => '')).slice(0, LONGEST_ERROR_BODY) : ''
      await response.body?.cancel().catch(() => {})
      // Some gateways answer a failed stream with status 200 and the error as JSON.
      if (body.includes('"error"')) throw fail(vendorError(codeOfEvent(body), connection, { body, ...about }))
      throw fail(malformedError(connection, type === '' ? 'no content type' : `content type ${type}`))
    }
    if (response.body) watchReads(response.body)
    return response
  }

  /**
   * Watches a body where the SDK takes its reader. A stream around the stream would say the same and cost more than all else that is done
   * for a chunk; without an iterator of its own, every SDK takes the reader.
   */
  function watchReads(body: ReadableStream<Uint8Array>): void {
    const getReader = body.getReader.bind(body)
    const watchedReader = () => {
      const reader = getReader()
      const read = async () => {
        try {
          const result = await reader.read()
          if (!result.done) onBytes?.()
          return result
        } catch {
          throw signal.aborted ? abortError(signal) : cutError(connection)
        }
      }
      const cancel = (reason?: unknown) => reader.cancel(reason)
      return { read, cancel, releaseLock: () => reader.releaseLock(), closed: reader.closed }
    }
    Object.defineProperty(body, Symbol.asyncIterator, { value: undefined })
    Object.defineProperty(body, 'getReader', { value: watchedReader })
  }

  function error(thrown: unknown): TuttiError {
    if (signal.aborted) return abortError(signal)
    if (failed) return failed
    for (const cause of causes(thrown)) {
      if (cause instanceof TuttiError) return cause
      if (cause instanceof SyntaxError) return malformedError(connection, 'an event that is not JSON')
    }
    if (!(thrown instanceof Error)) return TuttiError.from(thrown)
    if (/incomplete json/i.test(thrown.message)) return malformedError(connection, 'an event that is not JSON')
    if (!('status' in thrown))
      return scrub(thrown.message, [connection.key]) === thrown.message
        ? TuttiError.from(thrown)
        : new TuttiError('internal', scrub(thrown.message, [connection.key]))
    // An error event inside a stream: the SDKs throw it with its JSON as `error` or as message.
    const body = 'error' in thrown && thrown.error !== undefined ? JSON.stringify(thrown.error) : thrown.message
    return vendorError(codeOfEvent(body), connection, { body, ...about })
  }

  return {
    fetch: watchedFetch,
    error,
    checkAborted: () => {
      if (signal.aborted) throw abortError(signal)
    },
  }
}
