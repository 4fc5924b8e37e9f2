import { z } from 'zod'
import { ModelRef, PresetId } from '../../../../shared/ids.ts'
import { RunFilter, type RunQuery } from '../../../../shared/run-inspection.ts'

export const TIME_SPANS = ['any', 'day', 'week', 'month'] as const
export type TimeSpan = (typeof TIME_SPANS)[number]

/** In place of an orchestrator: the runs that experiments asked. */
export const LAB = 'lab'

const Moment = z.coerce.number()

/** Which runs are listed, besides the words of their title. What is left out is null: all. */
const Narrowing = z.object({
  state: RunFilter.catch('all'),
  orchestrator: z.string().nullable().catch(null),
  presetId: PresetId.nullable().catch(null),
  model: ModelRef.nullable().catch(null),
  strategy: z.string().nullable().catch(null),
  task: z.string().nullable().catch(null),
  time: z.enum(TIME_SPANS).catch('any'),
  /** With a call that ended in [from, to), epoch ms: the runs behind a figure. */
  calls: z.object({ from: z.number(), to: z.number() }).nullable().catch(null),
})
export type Narrowing = z.infer<typeof Narrowing>

export const NOT_NARROWED: Narrowing = Narrowing.parse({})

/** Reads "model=openai%2Fgpt-5&time=week"; what cannot be read does not narrow. */
export function parseNarrowing(text: string): Narrowing {
  const { from, to, ...fields } = Object.fromEntries(new URLSearchParams(text))
  const calls = z.object({ from: Moment, to: Moment }).safeParse({ from, to })
  return Narrowing.parse({ ...fields, calls: calls.data ?? null })
}

export function formatNarrowing({ calls, ...narrowing }: Narrowing): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(narrowing)) if (value !== null && value !== 'all' && value !== 'any') fields.set(name, value)
  if (calls) for (const [name, at] of Object.entries(calls)) fields.set(name, String(at))
  return fields.toString()
}

/** Whether more than the state narrows the list. */
export function isNarrowed({ state: _, ...narrowing }: Narrowing): boolean {
  return formatNarrowing({ ...narrowing, state: 'all' }) !== ''
}

/** As the core is asked. `now`: epoch ms; days are the calendar's. Behind a figure stand all runs, else the Lab's are listed apart. */
export function narrowedQuery(narrowing: Narrowing, now: number): Omit<RunQuery, 'query' | 'until' | 'limit' | 'after'> {
  const { time, state, orchestrator, ...rest } = narrowing
  const lab = orchestrator === LAB
  return {
    ...rest,
    orchestrator: lab ? null : orchestrator,
    lab: narrowing.calls === null ? lab : null,
    filter: state,
    since: sinceOf(time, now),
  }
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
