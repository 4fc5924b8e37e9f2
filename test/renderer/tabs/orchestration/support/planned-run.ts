import { RunId } from '../../../../../src/shared/ids.ts'
import { type NodeState, RunEvent, type RunEventBody, type RunView } from '../../../../../src/shared/run.ts'
import { runViewOf } from '../../../../../src/shared/run-view.ts'
import { NOW } from '../../../support/snapshots.ts'

/** A run with a plan, 52.6 s after its start: three quotes were read, a review runs, two assumptions wait for a person. */
export function plannedEvents(startedAt = NOW): readonly RunEvent[] {
  const events: RunEvent[] = []
  const add = (seconds: number, body: RunEventBody) =>
    void events.push(RunEvent.parse({ ...body, seq: events.length + 1, at: startedAt + seconds * 1000 }))
  const change = (seconds: number, node: string, state: NodeState, note = '') => add(seconds, { type: 'node-changed', node, state, note })
  const done = (node: string, from: number, to: number, note = '') => {
    change(from, node, 'running', note)
    change(to, node, 'done', note)
  }
  add(0, {
    type: 'run-started',
    conversationId: null,
    messageId: null,
    title: 'Heat-pump quotes',
    presetId: null,
    presetName: 'Research',
    strategy: 'parallel',
    speakers: [],
    budgetMicros: 500_000,
  })
  const node = (id: string, label: string, dependsOn: readonly string[], seconds: number) => ({
    id,
    label,
    dependsOn: [...dependsOn],
    expectedMs: seconds * 1000,
  })
  add(0, {
    type: 'plan-revised',
    revision: 1,
    scope: '',
    reason: '',
    nodes: [
      node('read', 'Read the quotes', [], 10),
      node('read[1]', 'Read quote 1', [], 10),
      node('read[2]', 'Read quote 2', [], 12),
      node('read[3]', 'Read quote 3', [], 8),
      node('subsidy', 'Subsidy rules', [], 14),
      node('sums', 'Check sums', ['read[1]', 'read[2]', 'read[3]', 'read'], 0.2),
      node('sheets', 'Datasheets', ['sums'], 12),
      node('yearly', 'Yearly cost', ['sheets'], 1),
      node('offer', 'Best offer', ['yearly', 'subsidy'], 16),
      node('review', 'Review', ['offer'], 12),
      node('confirm', 'Confirm', ['offer'], 5),
      node('report', 'Report', ['review', 'confirm'], 17),
    ],
  })
  done('read[1]', 0, 9.2, 'Gemini 2.5 Flash')
  done('read[2]', 0, 11.8, 'Gemini 2.5 Flash')
  done('read[3]', 0, 7.4, 'Gemini 2.5 Flash')
  done('read', 0, 11.8)
  done('subsidy', 0, 14.6, 'Sonar Pro')
  done('sums', 11.8, 12, 'Schema')
  done('sheets', 13.2, 24.7, 'Web fetch, 3')
  done('yearly', 24.7, 25.5, 'Code')
  done('offer', 25.5, 41.4, '2 of 3 agree')
  change(41.4, 'review', 'running', 'GPT-5')
  change(41.4, 'confirm', 'running')
  add(41.4, {
    type: 'decision',
    decision: {
      title: 'Quote 1 is the best offer',
      reason: '1 and 2 agree. 3 prefers quote 3.',
      chosen: ['Quote 1'],
      among: ['Quote 1', 'Quote 3'],
    },
  })
  add(41.5, {
    type: 'wait-opened',
    wait: {
      path: 'confirm/receive/0',
      kind: 'approval',
      title: 'Confirm two assumptions',
      detail: '18,000 kWh of heat a year, and electricity at €0.29 for each kWh.',
      options: [
        { value: 'yes', label: 'Confirm' },
        { value: 'no', label: 'Change' },
      ],
      until: null,
    },
  })
  return events
}

export function plannedRun(startedAt = NOW): RunView {
  return runViewOf(RunId.parse('run-plan'), plannedEvents(startedAt))
}
