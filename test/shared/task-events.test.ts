import { describe, expect, test } from 'vitest'
import { ModelRef } from '../../src/shared/ids.ts'
import type { NodeState, RunEvent, RunEventBody, SpeakerResult } from '../../src/shared/run.ts'
import { taskEventReader } from '../../src/shared/task-events.ts'

const model = ModelRef.parse('demo/quick')
const member = (id: string) => ({ id, role: 'member' as const, number: 1, model, label: `Member ${id}`, provider: 'Demo', simulated: true })
const result: SpeakerResult = {
  ...{ state: 'done', model, text: '', reasoning: '', citations: [], usage: null, costMicros: null, firstTokenMs: null, totalMs: null },
  ...{ attempts: 1, notes: [], error: null, reason: '' },
}

const started = (...speakers: string[]): RunEventBody => ({
  ...{ type: 'run-started', conversationId: null, messageId: null, title: 'A task', presetId: null, presetName: '', strategy: 'parallel' },
  ...{ speakers: speakers.map(member), budgetMicros: null },
})
const plan = (revision: number, ids: readonly string[], scope = ''): RunEventBody => ({
  ...{ type: 'plan-revised', scope, revision, reason: '' },
  nodes: ids.map((id) => ({ id, label: `Node ${id}`, dependsOn: [], expectedMs: 1000 })),
})
const node = (id: string, state: NodeState, note = ''): RunEventBody => ({ type: 'node-changed', node: id, state, note })
const done: RunEventBody = { type: 'run-finished', state: 'done', outcome: null, error: null, costMicros: 0 }

function told(...bodies: RunEventBody[]): string[] {
  const read = taskEventReader()
  const events = bodies.map((body, index): RunEvent => ({ ...body, seq: index + 1, at: index }))
  return events.flatMap(read).map(({ type, percent, subject }) => `${type} ${percent} ${subject}`)
}

describe('E10 the seven task events', () => {
  test('tell of members', () => {
    expect(told(started('a', 'b'), { type: 'speaker-finished', speaker: 'a', result }, done)).toEqual([
      'TASK_STARTED 0 A task',
      'SUBTASK_CREATED 0 Member a',
      'SUBTASK_CREATED 0 Member b',
      'SUBTASK_COMPLETED 45 Member a',
      'TASK_COMPLETED 100 done',
    ])
  })

  test('tell of a graph’s nodes, each once, with the share of the expected time', () => {
    expect(told(started(), plan(0, ['x', 'y']), node('x', 'ready'), node('x', 'running'), node('x', 'done'), node('x', 'done'))).toEqual([
      'TASK_STARTED 0 A task',
      'SUBTASK_CREATED 0 Node x',
      'SUBTASK_CREATED 0 Node y',
      'SUBTASK_COMPLETED 45 Node x',
    ])
  })

  test('tell of nodes that a planner or a list adds, and the percentage never goes back', () => {
    const events = told(started(), plan(0, ['x', 'y']), node('x', 'done'), plan(1, ['x', 'z', 'z[0]', 'z[1]']), node('z', 'done'), done)
    expect(events.slice(3)).toEqual([
      'SUBTASK_COMPLETED 45 Node x',
      'SUBTASK_CREATED 45 Node z',
      'SUBTASK_CREATED 45 Node z[0]',
      'SUBTASK_CREATED 45 Node z[1]',
      'SUBTASK_COMPLETED 45 Node z',
      'TASK_COMPLETED 100 done',
    ])
  })

  test('tell of a nested graph beside the one around it', () => {
    const events = told(started(), plan(0, ['outer']), plan(0, ['outer/a', 'outer/b'], 'outer/'), node('outer/a', 'done'))
    expect(events.slice(2)).toEqual([
      'SUBTASK_CREATED 0 Node outer/a',
      'SUBTASK_CREATED 0 Node outer/b',
      'SUBTASK_COMPLETED 30 Node outer/a',
    ])
  })

  test('say why a node failed', () => {
    expect(told(started(), plan(0, ['x', 'y']), node('x', 'failed', 'No key.')).slice(3)).toEqual([
      'SUBTASK_COMPLETED 45 Node x',
      'ERROR 45 Node x: No key.',
    ])
  })
})
