import type { Words } from '../../../shared/sentence.ts'

/** What a node returns that found, once it looked, that there is nothing for it to do. */
export class Skip {
  readonly reason: Words

  constructor(reason: Words) {
    this.reason = reason
  }
}

/** Ends a node as its own condition would have: those behind it go on without its outputs. */
export function skip(reason: Words): Skip {
  return new Skip(reason)
}
