import {
  type EndpointHealth,
  LIVE_MS,
  type LiveCall,
  type LiveSecond,
  type LiveUpdate,
  type MetricsFilter,
} from '../../../../shared/metrics.ts'

/** What a page knows of the last five minutes. `ahead`: the core's clock minus this page's, in ms. */
export type LiveState = {
  readonly seconds: ReadonlyMap<string, LiveSecond>
  readonly calls: ReadonlyMap<number, LiveCall>
  readonly endpoints: readonly EndpointHealth[]
  readonly runsRunning: number
  readonly ahead: number
}

/** The next state after an update. `now`: this page's clock, epoch ms. */
export function applyLive(known: LiveState | null, update: LiveUpdate, now: number): LiveState {
  const from = update.whole ? null : known
  const oldest = update.now - LIVE_MS
  const open = new Set(update.open)
  const seconds = new Map([...(from?.seconds ?? [])].filter(([, { at }]) => at >= oldest - 1000))
  for (const second of update.seconds) seconds.set([second.at, second.model, second.strategy, second.task].join(' '), second)
  const calls = new Map<number, LiveCall>()
  for (const call of [...(from?.calls.values() ?? []), ...update.calls]) calls.set(call.id, call)
  for (const [id, { endedAt }] of calls) if (endedAt === null ? !open.has(id) : endedAt < oldest) calls.delete(id)
  return { seconds, calls, endpoints: update.endpoints, runsRunning: update.runsRunning, ahead: update.now - now }
}

/** What the filter leaves, oldest first, and no older than five minutes before `now` (the core's clock). */
export function liveCalls({ calls }: LiveState, filter: MetricsFilter, now: number): LiveCall[] {
  return [...calls.values()]
    .filter((call) => passes(call, filter) && (call.endedAt ?? now) >= now - LIVE_MS)
    .toSorted((a, b) => a.startedAt - b.startedAt)
}

export function liveSeconds({ seconds }: LiveState, filter: MetricsFilter, now: number): LiveSecond[] {
  return [...seconds.values()].filter((second) => passes(second, filter) && second.at >= now - LIVE_MS)
}

function passes(one: { model: string; strategy: string; task: string }, filter: MetricsFilter): boolean {
  return (
    (filter.model === undefined || filter.model === one.model) &&
    (filter.strategy === undefined || filter.strategy === one.strategy) &&
    (filter.task === undefined || filter.task === one.task)
  )
}
