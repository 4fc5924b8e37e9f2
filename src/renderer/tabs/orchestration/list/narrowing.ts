import type { ModelRef, PresetId } from '../../../../shared/ids.ts'
import type { RunQuery } from '../../../../shared/run-inspection.ts'

export const TIME_SPANS = ['any', 'day', 'week', 'month'] as const
export type TimeSpan = (typeof TIME_SPANS)[number]

/** Which runs are listed, besides their state and title; null: all. */
export type Narrowing = {
  readonly orchestrator: string | null
  readonly presetId: PresetId | null
  readonly model: ModelRef | null
  readonly time: TimeSpan
}

export const NOT_NARROWED: Narrowing = { orchestrator: null, presetId: null, model: null, time: 'any' }

export function isNarrowed({ orchestrator, presetId, model, time }: Narrowing): boolean {
  return orchestrator !== null || presetId !== null || model !== null || time !== 'any'
}

/** As the core is asked. `now`: epoch ms; days are the calendar's. */
export function narrowedQuery({ time, ...rest }: Narrowing, now: number): Pick<RunQuery, 'orchestrator' | 'presetId' | 'model' | 'since'> {
  return { ...rest, since: sinceOf(time, now) }
}

function sinceOf(time: TimeSpan, now: number): number | null {
  const today = new Date(now)
  const daysAgo = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).getTime()
  switch (time) {
    case 'any':
      return null
    case 'day':
      return daysAgo(0)
    case 'week':
      return daysAgo(6)
    case 'month':
      return daysAgo(29)
    default:
      return time satisfies never
  }
}
