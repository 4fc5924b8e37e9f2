import { ORPCError } from '@orpc/client'
import { ErrorInfo, TuttiError } from '../../shared/errors.ts'
import { errorText } from './error-words.ts'

/** The error of a call, whoever threw: the core's own, an oRPC failure, or a lost connection. Its message is in the page's language. */
export function callError(thrown: unknown): TuttiError {
  const error = plainError(thrown)
  const message = errorText(error)
  return message === error.message ? error : TuttiError.fromInfo({ ...error.toInfo(), message })
}

function plainError(thrown: unknown): TuttiError {
  if (thrown instanceof TuttiError) return thrown
  if (thrown instanceof ORPCError) {
    const info = ErrorInfo.safeParse(thrown.data)
    if (info.success) return TuttiError.fromInfo(info.data)
  }
  return TuttiError.from(thrown)
}

/** Whether the core itself said no; else the call may not have reached it. */
export function isRefused(thrown: unknown): boolean {
  return thrown instanceof TuttiError || (thrown instanceof ORPCError && ErrorInfo.safeParse(thrown.data).success)
}
