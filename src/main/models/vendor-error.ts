import type { ErrorCode, TuttiError } from '../../shared/errors.ts'
import { scrub } from '../../shared/scrub.ts'
import { type Sentence, say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Connection } from './adapter.ts'
import { retryAfterMs, retryDelayMs } from './retry-after.ts'

const LONGEST_QUOTE = 300

/** Words with which vendors say that the account is empty; they come with 429, 402 or 400. */
const OUT_OF_CREDIT = /insufficient_quota|credit balance is too low|insufficient[ _]balance|billing_hard_limit|spend_limit_reached/i
/** Google answers 400 to a wrong key. */
const KEY_NOT_VALID = /API_KEY_INVALID|API key not valid|API key expired/i
/** Perplexity and xAI say it with 400. */
const NO_SUCH_MODEL = /(invalid|unknown|no such) model|model\W.{0,80}(not found|not exist)/i

/** What an HTTP answer that is no success means. Source: the vendors' pages on error codes. */
export function codeOfStatus(status: number, body: string): ErrorCode {
  if (status === 402 || (status < 500 && OUT_OF_CREDIT.test(body))) return 'out-of-credit'
  if (status === 401 || (status === 400 && KEY_NOT_VALID.test(body))) return 'wrong-key'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'rate-limited'
  if ((status === 404 && /model/i.test(body)) || (status < 500 && NO_SUCH_MODEL.test(body))) return 'unknown-model'
  if (status === 408 || status >= 500) return 'vendor-error'
  return 'bad-request'
}

/** What an error event inside a stream means; there is no status any more. */
export function codeOfEvent(body: string): ErrorCode {
  if (OUT_OF_CREDIT.test(body)) return 'out-of-credit'
  if (/rate_limit|"code":\s*429/i.test(body)) return 'rate-limited'
  if (/content_filter|content_policy|bio_policy|misalignment_policy/i.test(body)) return 'refused'
  if (/invalid_prompt|invalid_request|invalid_image|context_length|too long/i.test(body)) return 'bad-request'
  return 'vendor-error'
}

function sentence(code: ErrorCode, who: string, answered: number | undefined, model: string | undefined): Sentence {
  const status = answered === undefined ? '' : ` (${answered})`
  switch (code) {
    case 'wrong-key':
    case 'forbidden':
    case 'out-of-credit':
    case 'rate-limited':
    case 'vendor-error':
      return say(`vendor.${code}`, { who, status })
    case 'unknown-model':
      return model === undefined ? say('vendor.unnamed-model', { who, status }) : say('vendor.unknown-model', { who, model, status })
    case 'refused':
      return say('vendor.refused', { who })
    default:
      return answered === 404 ? say('vendor.nothing-there', { who }) : say('vendor.not-accepted', { who, status })
  }
}

/** The vendor's own words out of an error body, whatever its shape; null where it has none worth reading (HTML, nothing). */
export function quoteOf(body: string): string | null {
  const [, message] = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? []
  if (message !== undefined)
    return (
      message
        .replace(/\\[nr]/g, ' ')
        .replace(/\\(.)/g, '$1')
        .trim() || null
    )
  const text = body.trim()
  return text === '' || text.startsWith('<') || text.startsWith('{') ? null : text
}

/** An error with the remedy first and the vendor's own words after it, without keys. For a wrong key they are left out: vendors echo it. */
export function vendorError(
  code: ErrorCode,
  connection: Connection,
  details: { status?: number; body?: string; model?: string; retryAfterMs?: number | undefined; cause?: unknown } = {},
): TuttiError {
  const quote = code === 'wrong-key' ? null : quoteOf(scrub(details.body ?? '', [connection.key]))
  const said = quote === null ? '' : say('vendor.says', { who: connection.name, words: quote.slice(0, LONGEST_QUOTE) })
  return failure(code, [sentence(code, connection.name, details.status, details.model), said], {
    ...(details.status === undefined ? {} : { status: details.status }),
    ...(details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs }),
    data: { provider: connection.name, ...(details.model === undefined ? {} : { model: details.model }) },
  })
}

/** The error for an HTTP answer that is no success. `now`: epoch ms, for a `retry-after` that is a date. */
export function statusError(
  connection: Connection,
  model: string | undefined,
  answer: { status: number; headers: Headers; body: string },
  now: number,
): TuttiError {
  const code = codeOfStatus(answer.status, answer.body)
  const wait = retryAfterMs(answer.headers, now) ?? retryDelayMs(answer.body)
  return vendorError(code, connection, { ...answer, ...(model === undefined ? {} : { model }), retryAfterMs: wait })
}

/** The address without a name and password in it. */
function placeOf({ baseUrl }: Connection): string {
  const url = baseUrl === null ? null : URL.parse(baseUrl)
  return url ? `${url.origin}${url.pathname}` : ''
}

export function unreachableError(connection: Connection, reason: string): TuttiError {
  const address = placeOf(connection)
  const values = { who: connection.name, why: scrub(reason, [connection.key]) }
  const words = address === '' ? say('vendor.unreachable', values) : say('vendor.unreachable-at', { ...values, address })
  return failure('unreachable', words, { data: { provider: connection.name } })
}

export function cutError(connection: Connection): TuttiError {
  return failure('cut', say('vendor.cut', { who: connection.name }), { data: { provider: connection.name } })
}

export function malformedError(connection: Connection, what: string): TuttiError {
  return failure('malformed', say('vendor.malformed', { who: connection.name, what }), { data: { provider: connection.name } })
}

export function refusedError(connection: Connection, model: string, reason: string | null): TuttiError {
  const words =
    reason === null ? say('vendor.declined', { model }) : say('vendor.declined-for', { model, why: scrub(reason, [connection.key]) })
  return failure('refused', words, { data: { provider: connection.name, model } })
}
