import { TuttiError } from '../../../shared/errors.ts'
import { checkUrl, type UrlRules } from './check-url.ts'
import { guardedAgent, type Resolve } from './guarded-agent.ts'
import { readLimited } from './read-limited.ts'

const MOST_REDIRECTS = 5
const MAX_BYTES = 2_000_000
const READABLE = /^(text\/|application\/(.+\+)?(json|xml|xhtml\+xml|javascript|yaml)\b)/i
/** Some interfaces refuse callers that do not say who they are. */
const AGENT = 'Mozilla/5.0 (compatible; Tutti desktop assistant)'

export interface WebRequest {
  readonly url: string
  readonly rules: UrlRules
  readonly signal: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** Posts it, as JSON; left out: GET. */
  readonly json?: unknown
}

export interface WebPage {
  /** After redirects. */
  readonly url: string
  readonly contentType: string
  readonly text: string
  /** There was more than is read. */
  readonly cut: boolean
}

export type Web = (request: WebRequest) => Promise<WebPage>

/** Fetches text from the public internet; `resolve` is for tests. Throws `denied`, `unreachable`, `bad-request` or the signal's reason. */
export function openWeb(resolve?: Resolve): Web {
  return async (request) => {
    const { fetch } = await import('undici')
    const agent = await guardedAgent(request.rules.trusted, resolve)
    try {
      let url = checkUrl(request.url, request.rules)
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const response = await fetch(url, {
          dispatcher: agent,
          redirect: 'manual',
          signal: request.signal,
          headers: {
            'user-agent': AGENT,
            ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
            ...request.headers,
          },
          ...(request.json === undefined ? {} : { method: 'POST', body: JSON.stringify(request.json) }),
        })
        const next = response.headers.get('location')
        if (response.status >= 300 && response.status < 400 && next !== null) {
          await response.body?.cancel()
          url = followed(url, next, request)
          continue
        }
        return await readPage(url, response)
      }
      throw new TuttiError('bad-request', `${url.host} redirected more than ${MOST_REDIRECTS} times.`)
    } catch (thrown) {
      request.signal.throwIfAborted()
      throw failureOf(thrown, request.url)
    } finally {
      void agent.destroy().catch(() => undefined)
    }
  }
}

/** What a call carries beside its address is meant for one host alone. */
function followed(from: URL, to: string, { rules, headers, json }: WebRequest): URL {
  if (!URL.canParse(to, from)) throw new TuttiError('bad-request', `${from.host} redirected to what is no address.`)
  const next = checkUrl(new URL(to, from).href, rules)
  if (next.origin !== from.origin && (json !== undefined || headers?.authorization !== undefined)) {
    throw new TuttiError('denied', `${from.host} redirected to ${next.host}; this call is not sent there.`)
  }
  return next
}

interface Answered {
  readonly ok: boolean
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null
}

async function readPage(url: URL, { ok, status, headers, body }: Answered): Promise<WebPage> {
  const contentType = headers.get('content-type') ?? 'text/plain'
  if (!ok) {
    const said = new TextDecoder()
      .decode((await readLimited(body, 2_000)).bytes)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    throw new TuttiError('bad-request', `${url.host} answered ${status}${said === '' ? '.' : `: ${said.slice(0, 300)}`}`, { status })
  }
  if (!READABLE.test(contentType)) {
    await body?.cancel()
    throw new TuttiError('bad-request', `${url.href} is ${contentType.split(';')[0]}; only text is read.`)
  }
  const { bytes, cut } = await readLimited(body, MAX_BYTES)
  return { url: url.href, contentType, text: decoderOf(contentType).decode(bytes), cut }
}

function decoderOf(contentType: string): TextDecoder {
  try {
    return new TextDecoder(/charset="?([\w-]+)/i.exec(contentType)?.[1])
  } catch {
    return new TextDecoder()
  }
}

/** undici wraps what its connector refused. */
function failureOf(thrown: unknown, url: string): TuttiError {
  for (let at: unknown = thrown, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof TuttiError) return at
  }
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  const why = cause instanceof Error ? cause.message : String(cause)
  return new TuttiError('unreachable', `${new URL(url).host} could not be reached: ${why}`, { cause: thrown, retryable: false })
}
