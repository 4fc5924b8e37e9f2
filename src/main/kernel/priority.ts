import type { RunRecord } from './journal.ts'

/** Somebody sits before a chat; whatever runs beside it may wait. */
const CHAT = 1000
/** What a plan says of its nodes never lifts a run above one of another class. */
const MOST_WITHIN = 499

/** A whole number; higher goes first where calls wait for a vendor's account. `within`: of the branch inside its run. */
export function callPriority({ messageId }: Pick<RunRecord, 'messageId'>, within: number): number {
  return (messageId === null ? 0 : CHAT) + within
}

/** Of a node's branch: its own priority added to that of the branch around it. */
export function priorityWithin(around: number, node: number): number {
  return Math.max(-MOST_WITHIN, Math.min(MOST_WITHIN, around + Math.round(node)))
}
