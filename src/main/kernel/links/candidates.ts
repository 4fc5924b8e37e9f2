import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { ModelRequest } from '../../../shared/model.ts'
import { notesIn, say, type Words } from '../../../shared/sentence.ts'
import { toldNotes, wordsOf } from '../../../shared/sentences/told.ts'
import type { Link } from '../call.ts'
import type { Clock } from '../clock.ts'

export interface RetryPolicy {
  /** Attempts a model, the first included. */
  readonly attempts: number
  /** The first wait, doubled each time, in ms. */
  readonly baseMs: number
  readonly maxMs: number
  /** A vendor that asks for a longer wait than this is not waited for, in ms. */
  readonly patienceMs: number
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 3, baseMs: 400, maxMs: 8_000, patienceMs: 60_000 }

/** Models that may stand in where a model and its named fallbacks have failed, best first; none where the user does not allow it. */
export type SubstitutesFor = (request: ModelRequest) => readonly ModelRef[]

/**
 * Retries a model after 429, 5xx and network errors, then asks its fallbacks in order, then what may stand in for it; never after 400, 401,
 * 403 or a refusal. Every attempt passes the rest of the road anew, with its own model, price, endpoint and reservation.
 * Back-off is exponential with full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015); `retry-after` is a lower bound.
 */
export function candidates(clock: Clock, policy: RetryPolicy = DEFAULT_RETRY, substitutesFor: SubstitutesFor = () => []): Link {
  return async (call, next) => {
    const { request } = call
    const models = [request.model, ...request.fallbacks]
    const named = models.length
    let failure: TuttiError | null = null
    for (const [index, model] of models.entries()) {
      for (let round = 0; round < policy.attempts; round += 1) {
        try {
          const answer = await next(model === request.model ? call : { ...call, request: { ...request, model } })
          const notes = toldNotes([...substitution(request.model, model, index >= named, failure), ...notesIn(answer)])
          return { ...answer, attempts: Math.max(1, call.attempts.length), ...notes }
        } catch (thrown) {
          failure = TuttiError.from(thrown)
          if (call.signal.aborted) throw TuttiError.from(call.signal.reason)
          if (!failure.retryable) throw failure
          const waitMs = waitBefore(round, failure, policy, clock)
          const again = round + 1 < policy.attempts && failure.code !== 'circuit-open' && waitMs !== null
          if (!again && index === named - 1) models.push(...substitutesFor(request).filter((other) => !models.includes(other)))
          const following = models[index + 1]
          if (!again && following === undefined) throw failure
          call.emit({
            type: 'speaker-retrying',
            speaker: request.speaker,
            error: failure.toInfo(),
            waitMs: again ? waitMs : 0,
            next: again ? model : (following ?? model),
          })
          if (!again) break
          await clock.sleep(waitMs, call.signal)
        }
      }
    }
    throw failure ?? new TuttiError('internal', 'No candidate was asked.')
  }
}

/** Ms to wait, or null where the vendor asks for more patience than there is. */
function waitBefore(round: number, failure: TuttiError, policy: RetryPolicy, clock: Clock): number | null {
  const asked = failure.retryAfterMs ?? 0
  if (asked > policy.patienceMs) return null
  const ceiling = Math.min(policy.maxMs, policy.baseMs * 2 ** round)
  return Math.max(asked, ceiling * (0.5 + clock.random() / 2))
}

function substitution(asked: ModelRef, answered: ModelRef, equivalent: boolean, failure: TuttiError | null): Words[] {
  if (asked === answered || failure === null) return []
  return [say(equivalent ? 'stood-in.like' : 'stood-in', { answered, asked, why: wordsOf(failure) })]
}
