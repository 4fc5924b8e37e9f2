import type { ErrorCode, TuttiError } from '../../../shared/errors.ts'
import type { ModelRef, ProviderId } from '../../../shared/ids.ts'
import { say } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'
import type { Clock } from '../clock.ts'
import type { Grant } from './grant.ts'
import { readRateHeaders } from './rate-headers.ts'
import type { Resources } from './resources.ts'
import type { Need } from './waiting-line.ts'

/** An account with a vendor, as its limits see it. */
export interface Endpoint {
  readonly id: ProviderId
  readonly name: string
  /** Calls at a time, over all runs. */
  readonly concurrency: number
  /** Set by the user; what the vendor's answers say holds besides. */
  readonly requestsPerMinute?: number | null
  readonly tokensPerMinute?: number | null
}

/** The first wait after a 429 without a time, doubled with each in a row, in ms. */
const FIRST_REST_MS = 1000
const LONGEST_REST_MS = 30_000
/** Who asks while more than this is left is refused instead of kept waiting, so that a fallback can answer, in ms. */
const PATIENCE_MS = 60_000
/** An account without credit is asked again after this long, in ms. */
const NO_CREDIT_REST_MS = 15_000

/** With these nothing left for the vendor, so nothing is counted. */
const NOT_SENT: ReadonlySet<ErrorCode> = new Set([
  'budget-exceeded',
  'no-price',
  'no-key',
  'cannot-take',
  'unknown-model',
  'denied',
  'withheld',
])

/**
 * What a call needs of its vendor's account: a place, and its share of requests and tokens a minute. Vendors count by model; their
 * answers teach the limits. After 429 the model rests for all runs, and without credit the account.
 */
export class Accounts {
  readonly #resources: Resources
  readonly #clock: Pick<Clock, 'now'>
  readonly #refusals = new Map<ModelRef, number>()

  constructor(resources: Resources, clock: Pick<Clock, 'now'>) {
    this.#resources = resources
    this.#clock = clock
  }

  /** Takes over what the user set; calls that wait already go by it too. */
  configure({ id, concurrency, requestsPerMinute, tokensPerMinute }: Endpoint): void {
    this.#resources.define(`account:${id}`, concurrency, { last: true })
    this.#resources.allow(`account:${id} requests`, requestsPerMinute ?? Number.POSITIVE_INFINITY)
    this.#resources.allow(`account:${id} tokens`, tokensPerMinute ?? Number.POSITIVE_INFINITY)
  }

  /** `tokens`: an estimate of input and output together. */
  needs(endpoint: Endpoint, model: ModelRef, tokens: number): Need[] {
    const { id } = endpoint
    this.configure(endpoint)
    this.#resources.rate(`model:${model} requests`)
    this.#resources.rate(`model:${model} tokens`)
    return [
      { name: `account:${id}`, amount: 1 },
      { name: `account:${id} requests`, amount: 1 },
      { name: `account:${id} tokens`, amount: tokens },
      { name: `model:${model} requests`, amount: 1 },
      { name: `model:${model} tokens`, amount: tokens },
    ]
  }

  /** Learns limits from an answer's headers, whatever its status. */
  learn(model: ModelRef, headers: Headers): void {
    const { requests, tokens } = readRateHeaders(headers, this.#clock.now())
    if (requests) this.#resources.learn(`model:${model} requests`, requests)
    if (tokens) this.#resources.learn(`model:${model} tokens`, tokens)
  }

  /** `tokens`: what the vendor counted. */
  answered({ id }: Endpoint, model: ModelRef, grant: Grant, tokens: number): void {
    this.#refusals.delete(model)
    grant.used(`account:${id} tokens`, tokens)
    grant.used(`model:${model} tokens`, tokens)
  }

  failed(endpoint: Endpoint, model: ModelRef, grant: Grant, error: TuttiError): void {
    const { id, name } = endpoint
    const now = this.#clock.now()
    if (NOT_SENT.has(error.code)) {
      for (const what of [`account:${id}`, `model:${model}`]) for (const kind of ['requests', 'tokens']) grant.used(`${what} ${kind}`, 0)
    } else if (error.code === 'rate-limited') {
      const inRow = this.#refusals.get(model) ?? 0
      this.#refusals.set(model, inRow + 1)
      const restMs = error.retryAfterMs ?? Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** inRow)
      this.#resources.rest(`model:${model} requests`, now + restMs, restMs > PATIENCE_MS ? busy(name, model) : null)
    } else if (error.code === 'out-of-credit') {
      this.#resources.rest(`account:${id}`, now + NO_CREDIT_REST_MS, noCredit(name))
    }
  }
}

function busy(name: string, model: ModelRef) {
  return (leftMs: number) =>
    failure('rate-limited', say('vendor.busy', { who: name, model, time: seconds(leftMs) }), {
      retryAfterMs: leftMs,
      data: { provider: name, model },
    })
}

function noCredit(name: string) {
  return (leftMs: number) =>
    failure('out-of-credit', say('vendor.no-credit', { who: name, time: seconds(leftMs) }), { data: { provider: name } })
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`
}
