import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutOf, STEP_HEIGHT, STEP_WIDTH } from '../../../../src/renderer/tabs/orchestration/graph/layout.ts'
import { nextStep } from '../../../../src/renderer/tabs/orchestration/graph/next-step.ts'
import { formatRunPlace, parseRunPlace } from '../../../../src/renderer/tabs/orchestration/run-place.ts'
import { criticalPath } from '../../../../src/renderer/tabs/orchestration/steps/critical-path.ts'
import { progressOf } from '../../../../src/renderer/tabs/orchestration/steps/progress.ts'
import { stepWords } from '../../../../src/renderer/tabs/orchestration/steps/step-words.ts'
import { stepsOf, workOf } from '../../../../src/renderer/tabs/orchestration/steps/steps-of.ts'
import { inOrder } from '../../../../src/renderer/tabs/orchestration/steps/topological-order.ts'
import { timelineRows } from '../../../../src/renderer/tabs/orchestration/timeline/timeline-rows.ts'
import { todoItems } from '../../../../src/renderer/tabs/orchestration/todo/todo-items.ts'
import type { RunView } from '../../../../src/shared/run.ts'
import { agreedRun, NOW, run, speaker } from '../../support/snapshots.ts'
import { callEffect, inspectionOf } from './support/effects.ts'
import { plannedRun } from './support/planned-run.ts'

const links = (view: RunView) => Object.fromEntries(stepsOf(view).map((step) => [step.id, step.dependsOn]))
const AT = NOW + 52_600

describe('A2 the steps of a run', () => {
  it('go from the question over the members to the answer where all were asked together', () => {
    expect(links(run([speaker(1, 'done'), speaker(2, 'streaming')], { strategy: 'parallel' }))).toEqual({
      question: [],
      m1: ['question'],
      m2: ['question'],
      answer: ['m1', 'm2'],
    })
  })

  it('end in the merge where a model merges', () => {
    const merge = speaker(3, 'streaming', { id: 'merge', role: 'merge', number: 0 })
    const view = run([speaker(1, 'done'), speaker(2, 'done'), merge], { strategy: 'parallel' })
    expect(links(view).merge).toEqual(['m1', 'm2'])
    expect(stepsOf(view).at(-1)).toMatchObject({ id: 'merge', label: 'Merge', state: 'running' })
  })

  it('say who was asked only because of the others: a cascade', () => {
    const later = { askedAt: NOW + 2_000, endedAt: NOW + 5_000 }
    const view = run([speaker(1, 'done'), speaker(2, 'done'), speaker(3, 'done', later), speaker(4, 'not-needed')], { strategy: 'cascade' })
    expect(links(view)).toMatchObject({ m1: ['question'], m2: ['question'], m3: ['m1', 'm2'], m4: ['m3'], answer: ['m1', 'm2', 'm3'] })
  })

  it('are those of its plan where it has one, and a node whose wait is a person’s says so', () => {
    const steps = stepsOf(plannedRun())
    expect(steps.find((step) => step.id === 'confirm')?.state).toBe('you')
    expect(steps.find((step) => step.id === 'review')?.state).toBe('running')
    expect(steps.find((step) => step.id === 'report')?.dependsOn).toEqual(['review', 'confirm'])
  })
})

describe('A2 a step that is taken back', () => {
  const at = (state: 'started' | 'done' | 'failed' | 'handled', name = 'sheets') => {
    const view = { ...plannedRun(), compensations: [{ name, state, note: '' }] }
    return stepsOf(view).find(({ id }) => id === 'sheets')
  }

  it('says how far that is, in place of that it was done', () => {
    expect(at('started')?.state).toBe('undoing')
    expect(at('done')?.state).toBe('undone')
    expect(at('handled')?.state).toBe('undone')
    expect(at('failed')?.state).toBe('not-undone')
    expect(at('done', 'node sheets')?.state).toBe('undone')
    expect(at('done', 'yearly')?.state).toBe('done')
    const undone = at('done')
    expect(undone && stepWords(undone, AT)).toBe('Undone')
  })
})

describe('E2 the critical path', () => {
  it('is the chain that decides how long the run takes, measured where known, else expected', () => {
    expect([...criticalPath(stepsOf(plannedRun()), AT)].reverse()).toEqual([
      'read[2]',
      'sums',
      'sheets',
      'yearly',
      'offer',
      'review',
      'report',
    ])
  })

  it('leaves out what was not needed', () => {
    expect(criticalPath(stepsOf(agreedRun()), NOW).has('m4')).toBe(false)
  })
})

describe('E8 progress', () => {
  it('is a share of the expected time, and what is left is the longest chain of what is open', () => {
    const { share, leftMs } = progressOf(workOf(plannedRun()), AT)
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.95)
    // 0.8 s of the review, then 17 s of the report.
    expect(leftMs).toBeCloseTo(12_000 - 11_200 + 17_000, -1)
  })

  it('counts members where no time is expected, and promises no remaining time', () => {
    const view = run([speaker(1, 'done'), speaker(2, 'done'), speaker(3, 'streaming')])
    expect(progressOf(workOf(view), NOW)).toEqual({ share: 0.5, leftMs: null })
    expect(progressOf(workOf(agreedRun()), NOW)).toEqual({ share: 1, leftMs: 0 })
  })

  it('nests members below the question, and a fan-out below its node', () => {
    const [ask, compare] = todoItems(agreedRun())
    expect(ask?.items.map(({ label }) => label)).toEqual(['Model 1', 'Model 2', 'Model 3', 'Model 4'])
    expect(compare?.label).toBe('Compare the answers')
    const [read] = todoItems(plannedRun())
    expect(read?.items.map(({ id }) => id)).toEqual(['read[1]', 'read[2]', 'read[3]'])
  })
})

describe('A2 the timeline', () => {
  it('sets waiting apart from working, and shows what is expected after now', () => {
    const rows = timelineRows(plannedRun(), null, AT)
    const row = (id: string) => rows.find((candidate) => candidate.id === id)
    expect(row('sheets')?.bars).toEqual([
      { kind: 'hold', from: 12_000, to: 13_200, failed: false },
      { kind: 'play', from: 13_200, to: 24_700, failed: false },
    ])
    expect(row('sheets')?.words).toBe('11.5\u00a0s, waited 1.2\u00a0s')
    expect(row('confirm')?.bars.map(({ kind }) => kind)).toEqual(['you'])
    expect(row('report')?.bars).toEqual([{ kind: 'plan', from: 52_600, to: 69_600, failed: false }])
    expect(row('read[1]')?.nested).toBe(true)
  })

  it('shows each attempt, the wait between them and the first text', () => {
    const member = speaker(1, 'done', { attempt: 2, askedAt: NOW, firstTextAt: NOW + 1_600, endedAt: NOW + 2_000 })
    const effect = callEffect('m1', [
      { number: 1, state: 'failed', startedAt: NOW, endedAt: NOW + 300 },
      { number: 2, state: 'done', startedAt: NOW + 1_300, endedAt: NOW + 2_000 },
    ])
    const view = run([member], { state: 'done', endedAt: NOW + 2_000 })
    const [row] = timelineRows(view, inspectionOf(view, [effect]), NOW + 2_000)
    expect(row?.bars).toEqual([
      { kind: 'ask', from: 0, to: 300, failed: true },
      { kind: 'hold', from: 300, to: 1_300, failed: false },
      { kind: 'ask', from: 1_300, to: 1_600, failed: false },
      { kind: 'play', from: 1_600, to: 2_000, failed: false },
    ])
    expect(row?.words).toBe('2.0\u00a0s, waited 1.0\u00a0s, 2 attempts')
  })
})

const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: count, maxLength: count }).map((links) =>
    links.map((before, index) => ({
      id: `n${index}`,
      dependsOn: [...new Set(before.flatMap((number) => (index === 0 ? [] : [`n${number % index}`])))],
    })),
  ),
)

describe('A2 the graph', () => {
  it('puts every step behind those that it depends on, and none over another', () => {
    fc.assert(
      fc.property(graphs, (steps) => {
        const { places } = layoutOf(steps)
        for (const { id, dependsOn } of steps) {
          for (const before of dependsOn) expect((places.get(before)?.x ?? 0) + STEP_WIDTH).toBeLessThan(places.get(id)?.x ?? 0)
        }
        const all = [...places.values()]
        for (const [index, a] of all.entries()) {
          for (const b of all.slice(index + 1)) {
            expect(Math.abs(a.x - b.x) >= STEP_WIDTH || Math.abs(a.y - b.y) >= STEP_HEIGHT).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps members in their order from top to bottom', () => {
    const { places } = layoutOf(
      stepsOf(
        run(
          [1, 2, 3, 4, 5].map((number) => speaker(number, 'done')),
          { strategy: 'parallel' },
        ),
      ),
    )
    const heights = ['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => places.get(id)?.y ?? 0)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  })

  it('is walked through with the arrow keys', () => {
    const { places } = layoutOf(stepsOf(run([speaker(1, 'done'), speaker(2, 'done')], { strategy: 'parallel' })))
    expect(nextStep(places, 'm1', 'ArrowDown')).toBe('m2')
    expect(nextStep(places, 'm2', 'ArrowUp')).toBe('m1')
    expect(nextStep(places, 'm2', 'ArrowRight')).toBe('answer')
    expect(nextStep(places, 'answer', 'ArrowRight')).toBeNull()
    expect(nextStep(places, 'm1', 'Enter')).toBeNull()
  })

  it('is read out such that each step comes after those that it depends on', () => {
    fc.assert(
      fc.property(graphs, (shape) => {
        const steps = shape.map((step) => ({ ...blank, ...step })).reverse()
        const order = inOrder(steps).map(({ id }) => id)
        expect(order).toHaveLength(steps.length)
        for (const { id, dependsOn } of steps) for (const before of dependsOn) expect(order.indexOf(before)).toBeLessThan(order.indexOf(id))
      }),
      { numRuns: 60 },
    )
  })
})

const blank = { label: '', note: '', state: 'waiting', number: null, speaker: null, expectedMs: 0, startedAt: null, endedAt: null } as const

describe('a link to a run', () => {
  it('leads to a view and an effect of it, whose path has slashes', () => {
    const place = { runId: plannedRun().id, view: 'effects', effect: 'm1/model/0' } as const
    expect(parseRunPlace(formatRunPlace(place))).toEqual(place)
    expect(parseRunPlace('run-plan/nowhere')).toEqual({ runId: 'run-plan', view: 'overview', effect: null })
    expect(parseRunPlace('')).toEqual({ runId: null, view: 'overview', effect: null })
  })
})
