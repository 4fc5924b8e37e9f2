import { assertNever } from './errors.ts'
import type { RunId } from './ids.ts'
import type { NodeView, RunEvent, RunView, Speaker, SpeakerResult, SpeakerView } from './run.ts'

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
    strategy: 'parallel',
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
        state: result.state,
        text: result.text || s.text,
        reasoning: result.reasoning || s.reasoning,
        askedModel: result.model,
        endpoint: null,
        ahead: null,
        retrying: null,
        firstTextAt: firstTextAt(result, event.at),
        endedAt: event.at,
        result,
      }))
      return { ...changed, costMicros: changed.costMicros + (result.costMicros ?? 0) }
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
      return view.plan === null ? view : { ...view, plan: { ...view.plan, nodes: view.plan.nodes.map((node) => changedNode(node, event)) } }
    case 'compensation': {
      const { name, state, note } = event
      return { ...view, compensations: [...view.compensations.filter((other) => other.name !== name), { name, state, note }] }
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
      return { ...view, progress: { done: event.done, total: event.total, label: event.label } }
    case 'overrun':
      return { ...view, overrunMicros: view.overrunMicros + event.billedMicros - event.reservedMicros }
    case 'run-finished':
      return {
        ...view,
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
  const own = nodes.map((node): NodeView => {
    const old = known.find(({ id }) => id === node.id)
    return old ? { ...old, ...node } : { ...node, scope, state: 'waiting', note: '', startedAt: null, endedAt: null }
  })
  return [...known.filter((node) => node.scope !== scope), ...own]
}

function changedNode(node: NodeView, event: Extract<RunEvent, { type: 'node-changed' }>): NodeView {
  if (node.id !== event.node) return node
  const { state, note, at } = event
  const ended = state !== 'waiting' && state !== 'ready' && state !== 'running'
  return { ...node, state, note, startedAt: state === 'running' ? at : node.startedAt, endedAt: ended ? at : null }
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/** Deltas are not stored, so the time of the first text comes from the result. */
function firstTextAt(result: SpeakerResult, endedAt: number): number | null {
  return result.firstTokenMs === null || result.totalMs === null ? null : Math.round(endedAt - result.totalMs + result.firstTokenMs)
}

/** Folds a run's events, oldest first. */
export function runViewOf(id: RunId, events: Iterable<RunEvent>): RunView {
  let view = emptyRunView(id)
  for (const event of events) view = applyRunEvent(view, event)
  return view
}
