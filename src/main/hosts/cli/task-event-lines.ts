import type { RunEvent, RunView } from '../../../shared/run.ts'
import { type TaskEvent, taskEventReader } from '../../../shared/task-events.ts'

/** The events that lead to a view, as far as task events tell of them. */
function eventsBehind(view: RunView): RunEvent[] {
  const events: RunEvent[] = [
    {
      type: 'run-started',
      seq: 1,
      at: view.startedAt,
      conversationId: view.conversationId,
      messageId: view.messageId,
      title: view.title,
      presetId: view.presetId,
      presetName: view.presetName,
      strategy: view.strategy,
      speakers: view.speakers,
      budgetMicros: view.budgetMicros,
    },
  ]
  for (const [scope, nodes] of Map.groupBy(view.plan?.nodes ?? [], (node) => node.scope)) {
    const revision = view.plan?.revision ?? 0
    events.push({ type: 'plan-revised', seq: 1, at: view.startedAt, scope, revision, nodes, reason: '' })
    for (const { id, state, note, endedAt } of nodes) {
      if (endedAt !== null) events.push({ type: 'node-changed', seq: 1, at: endedAt, node: id, state, note })
    }
  }
  for (const { id, askedAt, askedModel, endedAt, result } of view.speakers) {
    if (askedAt !== null) events.push({ type: 'speaker-asked', seq: 1, at: askedAt, speaker: id, model: askedModel, attempt: 1 })
    if (result !== null) events.push({ type: 'speaker-finished', seq: 1, at: endedAt ?? view.startedAt, speaker: id, result })
  }
  if (view.state !== 'running') {
    const { state, outcome, error, costMicros } = view
    events.push({ type: 'run-finished', seq: 1, at: view.endedAt ?? view.startedAt, state, outcome, error, costMicros })
  }
  return events
}

/** What is told once. A plan may be told again: the reader knows its nodes. */
function nameOf(event: RunEvent): string {
  switch (event.type) {
    case 'plan-revised':
      return `${event.type} ${event.scope} ${event.nodes.map(({ id }) => id).join()}`
    case 'node-changed':
      return `${event.type} ${event.node} ${event.state}`
    default:
      return `${event.type} ${'speaker' in event ? event.speaker : ''}`
  }
}

/** Prints a run's task events once each, also when the watch began late or began again. */
export function taskEventLines(print: (line: string) => void) {
  const read = taskEventReader()
  const printed = new Set<string>()
  const feed = (event: RunEvent) => {
    for (const task of read(event)) print(JSON.stringify(task satisfies TaskEvent))
  }
  const once = (event: RunEvent) => {
    if (event.type === 'speaker-delta' || printed.has(nameOf(event))) return
    printed.add(nameOf(event))
    feed(event)
  }
  return { snapshot: (view: RunView) => eventsBehind(view).forEach(once), event: once }
}
