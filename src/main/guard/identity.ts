import type { Link } from '../kernel/call.ts'

/** The place where a call is told on whose behalf it is made. There is one user so far: it passes every call on. */
export const identity: Link = (call, next) => next(call)
