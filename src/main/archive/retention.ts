import { setTimeout as timer } from 'node:timers/promises'
import type { AppEventBody } from '../../shared/app-state.ts'
import type { Clock } from '../kernel/clock.ts'
import type { JobRunner } from '../store/worker/job-thread.ts'
import { retainJob } from '../store/worker/store-job-kinds.ts'

/** Not while the core starts, then every hour, in ms. */
const FIRST_MS = 30_000
const EVERY_MS = 60 * 60 * 1000

export interface RetentionParts {
  readonly clock: Pick<Clock, 'now'>
  readonly jobs: JobRunner
  /** For how many days conversations are kept; null: for ever. */
  readonly days: () => number | null
  readonly publish: (event: AppEventBody) => void
}

/** Deletes conversations that are older than the user wants to keep, until `signal` aborts. */
export async function keepRetention({ clock, jobs, days, publish }: RetentionParts, signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_MS; !signal.aborted; wait = EVERY_MS) {
    await timer(wait, undefined, { signal, ref: false }).catch(() => undefined)
    const kept = days()
    if (kept === null || signal.aborted) continue
    const ids = await jobs.run(retainJob, { now: clock.now(), days: kept }, { signal })
    for (const id of ids) publish({ type: 'conversation-removed', id })
  }
}
