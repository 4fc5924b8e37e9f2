import { ORPCError, os, ValidationError } from '@orpc/server'
import { TuttiError } from '../../shared/errors.ts'

/** Every failure leaves the core in one form: an oRPC error `TUTTI` whose data is an ErrorInfo. */
export const tuttiErrors = os.middleware(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    const error = thrown instanceof ORPCError ? fromOrpc(thrown) : TuttiError.from(thrown)
    throw new ORPCError('TUTTI', { message: error.message, data: error.toInfo(), defined: true, status: statusOf(error) })
  }
})

/** Names the fields that did not parse, and why. */
function fromOrpc(thrown: ORPCError<string, unknown>): TuttiError {
  if (!(thrown.cause instanceof ValidationError)) return new TuttiError('internal', thrown.message, { cause: thrown })
  const text = thrown.cause.issues
    .map(
      (issue) =>
        `${(issue.path ?? []).map((key) => String(typeof key === 'object' ? key.key : key)).join('.') || 'input'}: ${issue.message}`,
    )
    .join('; ')
  return new TuttiError(thrown.code === 'BAD_REQUEST' ? 'invalid-input' : 'internal', text, { cause: thrown })
}

function statusOf(error: TuttiError): number {
  if (error.code === 'not-found') return 404
  if (error.code === 'denied') return 403
  return error.code === 'internal' ? 500 : 422
}
