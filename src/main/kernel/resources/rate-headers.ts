import { type Allowance, MINUTE_MS } from './rate.ts'

/** What a vendor's answer says of the account's allowances; null where it says nothing. */
export interface RateHeaders {
  readonly requests: Allowance | null
  readonly tokens: Allowance | null
}

const DAY_MS = 24 * 60 * MINUTE_MS
/** A window that is longer than this by reckoning is a day's: vendors count by the minute or by the day. */
const LONGEST_MINUTE_MS = 10 * MINUTE_MS

/**
 * Reads `x-ratelimit-limit-requests` and its kin (OpenAI, Groq, Mistral and others) and `anthropic-ratelimit-requests-limit` and its kin.
 * Sources: the vendors' pages on rate limits. `now`: epoch ms.
 */
export function readRateHeaders(headers: Headers, now: number): RateHeaders {
  return { requests: readAllowance(headers, 'requests', now), tokens: readAllowance(headers, 'tokens', now) }
}

function readAllowance(headers: Headers, what: 'requests' | 'tokens', now: number): Allowance | null {
  const read = (part: string) => headers.get(`x-ratelimit-${part}-${what}`) ?? headers.get(`anthropic-ratelimit-${what}-${part}`)
  const limit = count(read('limit'))
  const remaining = count(read('remaining'))
  const resetMs = untilReset(read('reset'), now)
  if (limit === null || remaining === null || resetMs === null || limit < 1) return null
  return { limit, remaining: Math.min(limit, remaining), resetAt: now + resetMs, windowMs: windowOf(limit, remaining, resetMs) }
}

/**
 * `reset` is the time until all is back, and what comes back does so evenly: from both follows how long the whole takes. Groq counts
 * requests by the day under the same name with which OpenAI counts them by the minute.
 */
function windowOf(limit: number, remaining: number, resetMs: number): number | null {
  if (remaining >= limit || resetMs === 0) return null
  return (resetMs * limit) / (limit - remaining) > LONGEST_MINUTE_MS ? DAY_MS : MINUTE_MS
}

function count(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : null
}

/** Ms until a time that is given as a stretch (`6m0s`, `1.5s`, `120ms`, plain seconds) or as a date (RFC 3339). */
function untilReset(text: string | null, now: number): number | null {
  const trimmed = text?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1000
  if (/^(\d+(\.\d+)?(ms|[dhms]))+$/.test(trimmed)) {
    const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)]
    return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS.get(unit ?? '') ?? 0), 0)
  }
  const date = Date.parse(trimmed)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', MINUTE_MS],
  ['h', 60 * MINUTE_MS],
  ['d', DAY_MS],
])
