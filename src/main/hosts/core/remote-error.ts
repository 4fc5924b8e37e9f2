import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { ErrorInfo, TuttiError } from '../../../shared/errors.ts'

const Issues = z.object({
  issues: z.array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional() })).min(1),
})

/** What the core said no with, as it said it. */
export function errorOfCall(thrown: unknown): TuttiError {
  if (!(thrown instanceof ORPCError)) return TuttiError.from(thrown)
  const info = ErrorInfo.safeParse(thrown.data)
  if (info.success) return TuttiError.fromInfo(info.data)
  const invalid = thrown.code === 'BAD_REQUEST' ? Issues.safeParse(thrown.data) : undefined
  if (invalid?.success) {
    const said = invalid.data.issues.map(({ path, message }) => (path?.length ? `${path.join('.')}: ${message}` : message))
    return new TuttiError('invalid-input', said.join('; '), { cause: thrown })
  }
  return new TuttiError('internal', thrown.message, { cause: thrown })
}

/** Whether a call ended because the connection did, and not because of what was asked. */
export function isLostConnection(thrown: unknown): boolean {
  return !(thrown instanceof ORPCError) && !(thrown instanceof TuttiError)
}
