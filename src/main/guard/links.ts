import type { Link } from '../kernel/call.ts'

/** The place where a call is told on whose behalf it is made. There is one user so far: it passes every call on. */
export const identity: Link = (call, next) => next(call)

/** The place where policies judge a request before it leaves and an answer before it is shown. There are none so far: it passes both on. */
export const guardian: Link = (call, next) => next(call)
