import { describe, expect, test } from 'vitest'
import { EXIT_CODES, exitCodeOfError, exitCodeOfRun } from '../../../src/main/hosts/cli/exit-codes.ts'
import { HELP } from '../../../src/main/hosts/cli/help.ts'
import { type ErrorCode, TuttiError } from '../../../src/shared/errors.ts'
import { ModelRef, RunId } from '../../../src/shared/ids.ts'
import type { RunEvent } from '../../../src/shared/run.ts'
import { runViewOf } from '../../../src/shared/run-view.ts'

function endedRun(state: 'done' | 'failed' | 'cancelled', failures: readonly ErrorCode[], error: ErrorCode | null = null) {
  const model = ModelRef.parse('demo/one')
  const speakers = failures.map((_, index) => ({
    id: `m${index}`,
    role: 'member' as const,
    number: index + 1,
    model,
    label: 'One',
    provider: 'Demo',
    simulated: true,
  }))
  const info = (code: ErrorCode) => new TuttiError(code, code).toInfo()
  const started: RunEvent = {
    type: 'run-started',
    seq: 1,
    at: 0,
    conversationId: null,
    messageId: null,
    title: '',
    presetId: null,
    presetName: '',
    strategy: 'parallel',
    speakers,
    budgetMicros: null,
  }
  const finished = failures.map(
    (code, index): RunEvent => ({
      type: 'speaker-finished',
      seq: index + 2,
      at: 1,
      speaker: `m${index}`,
      result: {
        state: 'failed',
        model,
        text: '',
        reasoning: '',
        citations: [],
        usage: null,
        costMicros: null,
        firstTokenMs: null,
        totalMs: null,
        attempts: 1,
        notes: [],
        error: info(code),
        reason: '',
      },
    }),
  )
  const ended: RunEvent = {
    type: 'run-finished',
    seq: failures.length + 2,
    at: 2,
    state,
    outcome: null,
    error: error === null ? null : info(error),
    costMicros: 0,
  }
  return runViewOf(RunId.parse('r'), [started, ...finished, ended])
}

describe('F1 command line: exit codes', () => {
  test('a run ends with what happened to it', () => {
    expect(exitCodeOfRun(endedRun('done', []))).toBe(0)
    expect(exitCodeOfRun(endedRun('cancelled', [], 'cancelled'))).toBe(130)
    expect(exitCodeOfRun(endedRun('failed', [], 'budget-exceeded'))).toBe(3)
  })

  test('a run without an answer ends with the reason that its members share', () => {
    expect(exitCodeOfRun(endedRun('failed', ['wrong-key', 'no-key'], 'no-answer'))).toBe(4)
    expect(exitCodeOfRun(endedRun('failed', ['timeout', 'vendor-error'], 'no-answer'))).toBe(5)
    expect(exitCodeOfRun(endedRun('failed', ['timeout', 'wrong-key'], 'no-answer'))).toBe(1)
  })

  test('a data folder that cannot be used is told apart from a refused key', () => {
    expect(exitCodeOfError(new TuttiError('denied', '', { data: { folder: '/x' } }))).toBe(6)
    expect(exitCodeOfError(new TuttiError('newer-data', ''))).toBe(6)
    expect(exitCodeOfError(new TuttiError('denied', ''))).toBe(4)
    expect(exitCodeOfError(new TuttiError('internal', ''))).toBe(1)
  })

  test('help names every one of them', () => {
    for (const { code, means } of Object.values(EXIT_CODES)) expect(HELP).toMatch(new RegExp(`^ +${code} +${means}$`, 'm'))
  })
})
