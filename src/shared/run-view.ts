import { assertNever } from './errors.ts'
import type { RunId } from './ids.ts'
import {
  JUDGE,
  type JudgeView,
  type NodeView,
  type RunEvent,
  type RunView,
  type Speaker,
  type SpeakerResult,
  type SpeakerView,
} from './run.ts'
import { withEarlier } from './with-earlier.ts'

function waitingSpeaker(speaker: Speaker): SpeakerView {
  return {
    ...speaker,
    state: 'waiting',
    text: '',
    reasoning: '',
    endpoint: null,
    ahead: null,
    askedModel: speaker.model,
    attempt: 0,
    askedAt: null,
    firstTextAt: null,
    endedAt: null,
    retrying: null,
    result: null,
  }
}

function emptyRunView(id: RunId): RunView {
  return {
    id,
    seq: 0,
    state: 'running',
    conversationId: null,
    messageId: null,
    title: '',
    presetId: null,
    presetName: '',
    strategy: null,
    speakers: [],
    decisions: [],
    progress: null,
    outcome: null,
    error: null,
    budgetMicros: null,
    atMostMicros: null,
    costMicros: 0,
    overrunMicros: 0,
    startedAt: 0,
    endedAt: null,
    resumed: 0,
    waits: [],
    paused: false,
    stopping: null,
    plan: null,
    compensations: [],
    context: { entries: [], hits: 0, misses: 0 },
  }
}

function changeSpeaker(view: RunView, id: string, change: (speaker: SpeakerView) => SpeakerView): RunView {
  return { ...view, speakers: view.speakers.map((speaker) => (speaker.id === id ? change(speaker) : speaker)) }
}

/** The next view after one event. Pure; an event that was applied before changes nothing. */
export function applyRunEvent(view: RunView, event: RunEvent): RunView {
  if (event.seq <= view.seq) return view
  return { ...applyBody(view, event), seq: event.seq }
}

function applyBody(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'run-started':
      return {
        ...view,
        conversationId: event.conversationId,
        messageId: event.messageId,
        title: event.title,
        presetId: event.presetId,
        presetName: event.presetName,
        strategy: event.strategy,
        speakers: event.speakers.map(waitingSpeaker),
        budgetMicros: event.budgetMicros,
        atMostMicros: least(event.budgetMicros, event.atMostMicros ?? null),
        startedAt: event.at,
      }
    case 'run-resumed':
      return { ...view, resumed: view.resumed + 1 }
    case 'speaker-joined':
      return { ...view, speakers: [...view.speakers, waitingSpeaker(event.speaker)] }
    case 'speaker-queued':
      return changeSpeaker(view, event.speaker, (s) => ({ ...s, state: 'queued', endpoint: event.endpoint, ahead: event.ahead }))
    case 'speaker-asked':
      return changeSpeaker(view, event.speaker, (s) => ({
        ...s,
        state: 'asked',
        endpoint: null,
        ahead: null,
        askedModel: event.model,
        attempt: event.attempt,
        askedAt: s.askedAt ?? event.at,
        retrying: null,
      }))
    case 'speaker-delta':
      return changeSpeaker(view, event.speaker, (s) => ({
        ...s,
        state: 'streaming',
        firstTextAt: s.firstTextAt ?? event.at,
        [event.channel]: s[event.channel].slice(0, event.offset) + event.text,
      }))
    case 'speaker-retrying':
      return changeSpeaker(view, event.speaker, (s) => ({ ...s, state: 'asked', retrying: { error: event.error, waitMs: event.waitMs } }))
    case 'speaker-finished': {
      const { result } = event
      const changed = changeSpeaker(view, event.speaker, (s) => ({
        ...s,
        state: result.calls === undefined ? result.state : 'asked',
        text: result.text || s.text,
        reasoning: result.reasoning || s.reasoning,
        askedModel: result.model,
        endpoint: null,
        ahead: null,
        retrying: null,
        firstTextAt: s.result?.calls === undefined ? firstTextAt(result, event.at) : s.firstTextAt,
        endedAt: result.calls === undefined ? event.at : null,
        result: withEarlier(s.result, result),
      }))
      const judged = event.speaker === JUDGE ? { judge: judgedOnce(view.judge, result) } : {}
      return { ...changed, ...judged, costMicros: changed.costMicros + (result.costMicros ?? 0) }
    }
    case 'decision':
      return { ...view, decisions: [...view.decisions, { ...event.decision, at: event.at }] }
    case 'wait-opened':
      return { ...view, waits: [...view.waits.filter((wait) => wait.path !== event.wait.path), { ...event.wait, openedAt: event.at }] }
    case 'wait-closed':
      return { ...view, waits: view.waits.filter((wait) => wait.path !== event.path) }
    case 'tool-started':
      return view
    case 'plan-revised':
      return { ...view, plan: { revision: event.revision, nodes: revised(view.plan?.nodes ?? [], event) } }
    case 'node-changed':
      return view.plan === null ? view : { ...view, plan: { ...view.plan, nodes: changedNodes(view.plan.nodes, [event]) } }
    case 'compensation': {
      const { name, state, note, said } = event
      return { ...view, compensations: [...view.compensations.filter((other) => other.name !== name), { name, state, note, said }] }
    }
    case 'context-put':
      return { ...view, context: { ...view.context, entries: [...view.context.entries, event.entry] } }
    case 'context-used':
      return { ...view, context: { ...view.context, hits: event.hits, misses: event.misses } }
    case 'run-paused':
      return { ...view, paused: true }
    case 'run-unpaused':
      return { ...view, paused: false }
    case 'run-stopping':
      return { ...view, stopping: event.error, waits: [] }
    case 'progress':
      return { ...view, progress: { done: event.done, total: event.total, label: event.label, said: event.said } }
    case 'overrun':
      return { ...view, overrunMicros: view.overrunMicros + event.billedMicros - event.reservedMicros }
    case 'run-finished':
      return {
        ...view,
        speakers: view.speakers.map((speaker) => settled(speaker, event.at)),
        state: event.state,
        outcome: event.outcome,
        error: event.error,
        costMicros: event.costMicros,
        endedAt: event.at,
        progress: null,
        stopping: null,
        waits: [],
      }
    default:
      return assertNever(event)
  }
}

/** Nodes that stay keep their state; those that the plan no longer has are gone. */
function revised(known: readonly NodeView[], { scope, nodes }: Extract<RunEvent, { type: 'plan-revised' }>): NodeView[] {
  const places = placesOf(known)
  const own = nodes.map((node): NodeView => {
    const old = known[places.get(node.id) ?? -1]
    return old ? { ...old, ...node } : { ...node, scope, state: 'waiting', note: '', startedAt: null, endedAt: null }
  })
  return [...known.filter((node) => node.scope !== scope), ...own]
}

type NodeChanged = Extract<RunEvent, { type: 'node-changed' }>

/** Where each node stands in a list of them; a list in which nodes have only changed has the same places. */
const PLACES = new WeakMap<readonly NodeView[], ReadonlyMap<string, number>>()

function placesOf(nodes: readonly NodeView[]): ReadonlyMap<string, number> {
  const places = PLACES.get(nodes) ?? new Map(nodes.map(({ id }, place) => [id, place]))
  PLACES.set(nodes, places)
  return places
}

/** All changes on one copy: a graph of n nodes tells of 3 n changes. */
function changedNodes(nodes: readonly NodeView[], events: readonly NodeChanged[]): NodeView[] {
  const places = placesOf(nodes)
  const changed = [...nodes]
  PLACES.set(changed, places)
  for (const event of events) {
    const place = places.get(event.node)
    const node = place === undefined ? undefined : changed[place]
    if (place !== undefined && node !== undefined) changed[place] = changedNode(node, event)
  }
  return changed
}

function changedNode(node: NodeView, event: NodeChanged): NodeView {
  const { state, note, said, at } = event
  const ended = state !== 'waiting' && state !== 'ready' && state !== 'running'
  return { ...node, state, note, said, startedAt: state === 'running' ? at : node.startedAt, endedAt: ended ? at : null }
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function judgedOnce(before: JudgeView | undefined, { model, usage, costMicros }: SpeakerResult): JudgeView {
  return {
    model,
    input: (before?.input ?? 0) + (usage === null ? 0 : usage.input + usage.cacheRead + usage.cacheWrite),
    output: (before?.output ?? 0) + (usage === null ? 0 : usage.output + usage.reasoning),
    costMicros: before?.costMicros === null || costMicros === null ? null : (before?.costMicros ?? 0) + costMicros,
  }
}

/** One that asked for tools and was not asked again has ended with its run. */
function settled(speaker: SpeakerView, at: number): SpeakerView {
  if (speaker.state !== 'asked' || speaker.result === null) return speaker
  return { ...speaker, state: speaker.result.state, endedAt: speaker.endedAt ?? at }
}

/** Deltas are not stored, so the time of the first text comes from the result. */
function firstTextAt(result: SpeakerResult, endedAt: number): number | null {
  return result.firstTokenMs === null || result.totalMs === null ? null : Math.round(endedAt - result.totalMs + result.firstTokenMs)
}

/** The view after several events, oldest first: the same as one after the other, but in time that grows with their number alone. */
export function applyRunEvents(view: RunView, events: Iterable<RunEvent>): RunView {
  let next = view
  let waiting: NodeChanged[] = []
  const changeNodes = () => {
    if (next.plan !== null && waiting.length > 0) next = { ...next, plan: { ...next.plan, nodes: changedNodes(next.plan.nodes, waiting) } }
    waiting = []
  }
  for (const event of events) {
    if (event.seq <= next.seq) continue
    if (event.type === 'node-changed') {
      waiting.push(event)
      next = { ...next, seq: event.seq }
      continue
    }
    // Only a new plan looks at the nodes.
    if (event.type === 'plan-revised') changeNodes()
    next = applyRunEvent(next, event)
  }
  changeNodes()
  return next
}

/** Folds a run's events, oldest first. */
export function runViewOf(id: RunId, events: Iterable<RunEvent>): RunView {
  return applyRunEvents(emptyRunView(id), events)
}
