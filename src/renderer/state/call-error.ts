import { ORPCError } from '@orpc/client'
import { ErrorInfo, TuttiError } from '../../shared/errors.ts'

/** The error of a call, whoever threw: the core's own, an oRPC failure, or a lost connection. */
export function callError(thrown: unknown): TuttiError {
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
