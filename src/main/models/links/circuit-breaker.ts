import { BrokenCircuitError, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker as createBreaker, handleWhen } from 'cockatiel'
import { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
import type { ModelAnswer } from '../../../shared/model.ts'
import type { Link } from '../../kernel/call.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { ModelRegistry } from '../model-registry.ts'

/** Failures in a row after which an endpoint rests. */
const FAILURES = 5
/** How long it rests before one call may try, in ms. */
const REST_MS = 20_000

/** The endpoint's fault; a wrong key or a bad request is not. */
const COUNTED: ReadonlySet<ErrorCode> = new Set(['vendor-error', 'unreachable', 'timeout'])

/** What a provider's breaker does now. `until`: when an open one lets a call try, in epoch ms. */
export interface BreakerState {
  readonly provider: string
  readonly breaker: 'closed' | 'half-open' | 'open'
  /** Failures in a row that opened it. */
  readonly failures: number
  readonly until: number | null
}

interface Endpoint {
  readonly policy: CircuitBreakerPolicy
  openedAt: number
}

/**
 * One circuit breaker per provider, over all runs (Nygard, Release It!, 2007). While it is open, calls fail at once with
 * `circuit-open` and the time that is left; then one call tries, and its outcome decides.
 */
export function circuitBreaker(
  registry: Pick<ModelRegistry, 'provider'>,
  clock: Clock,
  { failures = FAILURES, restMs = REST_MS, onChange = (_: BreakerState) => {} } = {},
): Link {
  const endpoints = new Map<string, Endpoint>()

  function endpointOf(id: string): Endpoint {
    const known = endpoints.get(id)
    if (known) return known
    const policy = createBreaker(
      handleWhen((error) => error instanceof TuttiError && COUNTED.has(error.code)),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
    )
    const endpoint: Endpoint = { policy, openedAt: 0 }
    policy.onBreak(() => {
      endpoint.openedAt = clock.now()
      onChange({ provider: id, breaker: 'open', failures, until: endpoint.openedAt + restMs })
    })
    policy.onHalfOpen(() => onChange({ provider: id, breaker: 'half-open', failures, until: null }))
    policy.onReset(() => onChange({ provider: id, breaker: 'closed', failures: 0, until: null }))
    endpoints.set(id, endpoint)
    return endpoint
  }

  return async (call, next) => {
    const { id, name } = registry.provider(call.request.model)
    const endpoint = endpointOf(id)
    try {
      return await endpoint.policy.execute<ModelAnswer>(() => next(call), call.signal)
    } catch (thrown) {
      if (!(thrown instanceof BrokenCircuitError)) throw thrown
      const left = Math.max(0, endpoint.openedAt + restMs - clock.now())
      throw new TuttiError(
        'circuit-open',
        `${name} failed ${failures} times in a row and rests for another ${Math.ceil(left / 1000)} s. Choose another model or wait.`,
        { retryAfterMs: left, data: { provider: name } },
      )
    }
  }
}
