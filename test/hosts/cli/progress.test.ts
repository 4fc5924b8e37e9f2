import { describe, expect, test } from 'vitest'
import { progress } from '../../../src/main/hosts/cli/progress.ts'
import type { Terminal } from '../../../src/main/hosts/cli/terminal.ts'
import { ModelRef, RunId } from '../../../src/shared/ids.ts'
import type { RunEvent, RunView } from '../../../src/shared/run.ts'
import { runViewOf } from '../../../src/shared/run-view.ts'

const model = ModelRef.parse('demo/quick')
const speaker = { id: 'a', role: 'member' as const, number: 1, model, label: 'Quick\u001b[31m', provider: 'Demo', simulated: true }

function views(): RunView[] {
  const events: RunEvent[] = [
    {
      type: 'run-started',
      seq: 1,
      at: 0,
      conversationId: null,
      messageId: null,
      title: '',
      presetId: null,
      presetName: '',
      strategy: 'parallel',
      speakers: [speaker],
      budgetMicros: null,
    },
    { type: 'speaker-asked', seq: 2, at: 1, speaker: 'a', model, attempt: 1 },
    { type: 'speaker-delta', seq: 3, at: 2, speaker: 'a', channel: 'text', offset: 0, text: 'Hello' },
    { type: 'speaker-delta', seq: 4, at: 3, speaker: 'a', channel: 'text', offset: 5, text: ' there' },
  ]
  return events.map((_, index) => runViewOf(RunId.parse('r'), events.slice(0, index + 1)))
}

function shownOn(columns: number | null) {
  const notes: string[] = []
  let drawn = ''
  const terminal: Terminal = {
    env: {},
    out: () => undefined,
    note: (line) => void notes.push(line),
    draw: (text) => {
      drawn += text
    },
    columns: () => columns,
    readQuestion: async () => '',
  }
  const show = progress(terminal)
  for (const view of views()) show(view)
  return { notes, drawn }
}

describe('F1 command line: progress', () => {
  test('is a plain line a change of state where there is no terminal', () => {
    expect(shownOn(null)).toEqual({ notes: ['1 Quick  asked', '1 Quick  answering'], drawn: '' })
  })

  test('is one line a member, drawn over, on a terminal', () => {
    const { notes, drawn } = shownOn(80)
    expect(notes).toEqual([])
    expect(drawn.split('\u001b[1A').map((line) => line.replace('\u001b[2K', ''))).toEqual([
      '1 Quick  waiting\n',
      '1 Quick  asked\n',
      '1 Quick  5 characters\n',
      '1 Quick  11 characters\n',
    ])
  })

  test('is cut to the width of the terminal', () => {
    expect(shownOn(10).drawn).toContain('1 Quick  \n')
  })

  test('lets no control sequence of a model through', () => {
    expect(shownOn(null).notes.join('')).not.toContain('\u001b')
  })
})
