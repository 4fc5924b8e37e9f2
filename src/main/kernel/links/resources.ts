import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import { type ModelRequest, totalTokens } from '../../../shared/model.ts'
import type { Link } from '../call.ts'
import type { Accounts, Endpoint } from '../resources/accounts.ts'
import type { Resources } from '../resources/resources.ts'

interface ResourcesParts {
  readonly resources: Resources
  readonly accounts: Accounts
  readonly endpointOf: (model: ModelRef) => Endpoint
  /** Tokens that a call is likely to take, input and output. */
  readonly tokensOf: (request: ModelRequest) => number
}

/**
 * Holds a call back until its vendor's account has a place, requests and tokens for it. Waiting counts towards no time-out and reserves
 * no money.
 */
export function resources({ resources: shared, accounts, endpointOf, tokensOf }: ResourcesParts): Link {
  return async (call, next) => {
    const { model, speaker } = call.request
    const endpoint = endpointOf(model)
    const options = {
      signal: call.signal,
      label: `The call of ${model}`,
      priority: call.priority,
      onWait: ({ ahead }: { ahead: number }) => call.emit({ type: 'speaker-queued', speaker, endpoint: endpoint.name, ahead }),
    }
    try {
      return await shared.hold(accounts.needs(endpoint, model, tokensOf(call.request)), options, async (grant) => {
        try {
          const answer = await next(call)
          accounts.answered(endpoint, model, grant, totalTokens(answer.usage))
          return answer
        } catch (thrown) {
          accounts.failed(endpoint, model, grant, TuttiError.from(thrown))
          throw thrown
        }
      })
    } catch (thrown) {
      throw call.signal.aborted ? TuttiError.from(call.signal.reason) : thrown
    }
  }
}
