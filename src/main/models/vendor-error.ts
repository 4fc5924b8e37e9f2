import { type ErrorCode, TuttiError } from '../../shared/errors.ts'
import { scrub } from '../../shared/scrub.ts'
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

function sentence(code: ErrorCode, name: string, status: number | undefined, model: string | undefined): string {
  const number = status === undefined ? '' : ` (${status})`
  switch (code) {
    case 'wrong-key':
      return `${name} refused this key${number}. Check that it is copied whole, or make a new one in ${name}'s console.`
    case 'forbidden':
      return `${name} does not allow this with this key${number}. Check which models and regions the key may use.`
    case 'out-of-credit':
      return `The account at ${name} has no credit left${number}. Add credit or choose a model of another provider.`
    case 'rate-limited':
      return `${name} takes no more calls from this account for the moment${number}. Wait, or lower the number of calls at a time in Settings.`
    case 'unknown-model':
      return `${name} has no model ${model ?? 'of this name'}${number}. Refresh its models in Settings or correct the id.`
    case 'vendor-error':
      return `${name} could not answer${number}. The fault is on its side; try again later or choose another model.`
    case 'refused':
      return `${name} stopped this answer: its filter did not let it through.`
    default:
      if (status === 404) return `${name} has nothing at this address (404). Check its base address in Settings; many end in /v1.`
      return `${name} did not accept the request${number}.`
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
  const said = quote === null ? '' : ` ${connection.name} says: ${quote.slice(0, LONGEST_QUOTE)}`
  return new TuttiError(code, sentence(code, connection.name, details.status, details.model) + said, {
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
  return url ? ` at ${url.origin}${url.pathname}` : ''
}

export function unreachableError(connection: Connection, reason: string): TuttiError {
  return new TuttiError(
    'unreachable',
    `${connection.name} cannot be reached${placeOf(connection)} (${scrub(reason, [connection.key])}). Check the network and the address.`,
    { data: { provider: connection.name } },
  )
}

export function cutError(connection: Connection): TuttiError {
  return new TuttiError(
    'cut',
    `${connection.name} ended the answer before it was complete. What arrived is kept; ask again for the rest.`,
    {
      data: { provider: connection.name },
    },
  )
}

export function malformedError(connection: Connection, what: string): TuttiError {
  return new TuttiError(
    'malformed',
    `${connection.name} answered with something that is not its protocol (${what}). Check the base address, and whether a proxy or sign-in page stands between.`,
    { data: { provider: connection.name } },
  )
}

export function refusedError(connection: Connection, model: string, reason: string | null): TuttiError {
  const why = reason === null ? '' : ` (${scrub(reason, [connection.key])})`
  return new TuttiError('refused', `${model} declined to answer${why}. Word the question differently or ask another model.`, {
    data: { provider: connection.name, model },
  })
}
