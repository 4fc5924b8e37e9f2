import { BrokenCircuitError, type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { BreakerHealth } from '../../../shared/breaker-health.ts'
import { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
import type { ProviderId } from '../../../shared/ids.ts'
import type { ModelAnswer } from '../../../shared/model.ts'
import { say } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'
import type { Call, Link, Next } from '../../kernel/call.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { ModelRegistry } from '../model-registry.ts'

/** The endpoint's fault; a wrong key or a bad request is not. */
const COUNTED: ReadonlySet<ErrorCode> = new Set(['vendor-error', 'unreachable', 'timeout'])
/** Says nothing about the endpoint: one that was trying again goes on resting. */
const CUT_OFF: ReadonlySet<ErrorCode> = new Set(['cancelled', 'not-needed', 'core-gone'])

const WORDS: Readonly<Record<CircuitState, BreakerHealth['state']>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
}

interface Endpoint {
  readonly policy: CircuitBreakerPolicy
  since: number | null
  failures: number
  lastFailure: string | null
}

interface BreakerParts {
  readonly registry: Pick<ModelRegistry, 'provider'>
  readonly clock: Clock
  /** Told whenever a breaker opens, tries or closes. */
  readonly onChange?: (id: ProviderId) => void
  /** Failures in a row after which an endpoint rests; 5 where left out. */
  readonly failures?: number
  /** How long it rests before one call may try, in ms; 20 s where left out. */
  readonly restMs?: number
}

/** One circuit breaker per provider, over all runs (Nygard, Release It!, 2007). */
export class CircuitBreakers {
  readonly #parts: BreakerParts
  readonly #failures: number
  readonly #restMs: number
  readonly #endpoints = new Map<ProviderId, Endpoint>()

  constructor(parts: BreakerParts) {
    this.#parts = parts
    this.#failures = parts.failures ?? 5
    this.#restMs = parts.restMs ?? 20_000
  }

  /** While a breaker is open, calls fail at once with `circuit-open` and the time that is left; then one call tries, and its outcome decides. */
  readonly link: Link = async (call, next) => {
    const { id, name } = this.#parts.registry.provider(call.request.model)
    const endpoint = this.#endpointOf(id)
    try {
      return await onceItMay(call, endpoint.policy, (admitted) => counted(endpoint, next(admitted)))
    } catch (thrown) {
      if (!(thrown instanceof BrokenCircuitError)) throw thrown
      const left = Math.max(0, (endpoint.since ?? 0) + this.#restMs - this.#parts.clock.now())
      const time = `${Math.ceil(left / 1000)} s`
      throw failure('circuit-open', say('vendor.rests', { who: name, n: this.#failures, time }), {
        retryAfterMs: left,
        data: { provider: name },
      })
    }
  }

  health(id: ProviderId): BreakerHealth {
    const endpoint = this.#endpoints.get(id)
    if (!endpoint) return { state: 'closed', since: null, failures: 0, lastFailure: null, retryAt: null }
    const { policy, since, failures, lastFailure } = endpoint
    const state = WORDS[policy.state]
    return { state, since, failures, lastFailure, retryAt: state === 'open' && since !== null ? since + this.#restMs : null }
  }

  #endpointOf(id: ProviderId): Endpoint {
    const known = this.#endpoints.get(id)
    if (known) return known
    const policy: CircuitBreakerPolicy = circuitBreaker(
      handleWhen(
        (error) =>
          error instanceof TuttiError && (COUNTED.has(error.code) || (CUT_OFF.has(error.code) && policy.state === CircuitState.HalfOpen)),
      ),
      { halfOpenAfter: this.#restMs, breaker: new ConsecutiveBreaker(this.#failures) },
    )
    const endpoint: Endpoint = { policy, since: null, failures: 0, lastFailure: null }
    policy.onStateChange(() => {
      endpoint.since = this.#parts.clock.now()
      this.#parts.onChange?.(id)
    })
    this.#endpoints.set(id, endpoint)
    return endpoint
  }
}

/** Keeps the same count as the library, which tells nobody. */
async function counted(endpoint: Endpoint, work: Promise<ModelAnswer>): Promise<ModelAnswer> {
  try {
    const answer = await work
    endpoint.failures = 0
    return answer
  } catch (thrown) {
    const { code, message } = TuttiError.from(thrown)
    if (COUNTED.has(code)) {
      endpoint.failures += 1
      endpoint.lastFailure = message
    }
    throw thrown
  }
}

/** While another call tries, this one waits inside the library, where no signal would end it. */
async function onceItMay(call: Call, policy: CircuitBreakerPolicy, next: Next): Promise<ModelAnswer> {
  const { signal } = call
  if (policy.state === CircuitState.Closed) return policy.execute(() => next(call), signal)
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const begin = () => {
    // From here on the call ends by itself, with its attempt settled.
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
    return next(call)
  }
  try {
    return await Promise.race([policy.execute(begin), stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
