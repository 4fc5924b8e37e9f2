import { countDuration } from '../../shared/histogram.ts'
import type { Tally } from '../../shared/tally.ts'
import type { CallFact, RunFact } from '../kernel/journal-facts.ts'

/** Strategies that go on to a further member only where the ones before did not suffice. */
const ESCALATING: ReadonlySet<string> = new Set(['cascade', 'sequential'])

/** Adds a call that ended. */
export function countCall({ calls }: Tally, fact: CallFact): void {
  calls[fact.state] += 1
  if (fact.state === 'failed' && fact.answered) calls.replaced += 1
  if (fact.usage) {
    calls.input += fact.usage.input
    calls.cacheRead += fact.usage.cacheRead
    calls.cacheWrite += fact.usage.cacheWrite
    calls.output += fact.usage.output
    calls.reasoning += fact.usage.reasoning
  }
  if (fact.costMicros !== null) {
    calls.costMicros += fact.costMicros
    calls.priced += 1
  }
  calls.vendorMicros += fact.vendorCostMicros ?? 0
  // How long a failure or a stop took says nothing about how fast a model answers.
  if (fact.state !== 'done') return
  const totalMs = Math.max(0, fact.endedAt - fact.startedAt)
  countDuration(calls.total, totalMs)
  if (fact.firstTokenMs === null) return
  countDuration(calls.first, fact.firstTokenMs)
  countDuration(calls.stream, Math.max(0, totalMs - fact.firstTokenMs))
}

/** Adds a run that ended. One that diverged has not: it can be taken up again. */
export function countRun({ runs }: Tally, fact: RunFact): void {
  if (fact.state === 'diverged') return
  runs[fact.state] += 1
  runs.costMicros += fact.costMicros
  runs.contextHits += fact.contextHits
  runs.contextMisses += fact.contextMisses
  runs.escalations += ESCALATING.has(fact.kind.strategy) ? escalations(fact) : 0
  const { busyMs, togetherMs } = timeInFlight(fact.attempts)
  runs.busyMs += busyMs
  runs.togetherMs += togetherMs
  if (fact.state !== 'done') return
  countDuration(runs.total, Math.max(0, fact.endedAt - fact.startedAt))
  const firsts = fact.attempts.flatMap(({ startedAt, firstTokenMs }) => (firstTokenMs === null ? [] : [startedAt + firstTokenMs]))
  if (firsts.length > 0) countDuration(runs.first, Math.max(0, Math.min(...firsts) - fact.startedAt))
}

/** Effects that began when another had ended: members that were asked because those before did not suffice. */
function escalations({ attempts }: RunFact): number {
  const effects = new Map<string, { from: number; to: number }>()
  for (const { effect, startedAt, endedAt } of attempts) {
    const known = effects.get(effect) ?? { from: startedAt, to: endedAt }
    effects.set(effect, { from: Math.min(known.from, startedAt), to: Math.max(known.to, endedAt) })
  }
  const firstEnd = Math.min(...[...effects.values()].map(({ to }) => to))
  return [...effects.values()].filter(({ from }) => from >= firstEnd).length
}

/** The length of the time with any of these in flight, and of the part with two or more, in ms. */
export function timeInFlight(spans: readonly { readonly startedAt: number; readonly endedAt: number }[]) {
  const changes = spans
    .flatMap(({ startedAt, endedAt }) => [
      { at: startedAt, by: 1 },
      { at: endedAt, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at)
  let busyMs = 0
  let togetherMs = 0
  let open = 0
  let since = 0
  for (const { at, by } of changes) {
    if (open > 0) busyMs += at - since
    if (open > 1) togetherMs += at - since
    open += by
    since = at
  }
  return { busyMs, togetherMs }
}
