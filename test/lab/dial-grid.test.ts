import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DIAL_GRID, fitAlongDial, stepAt } from '../../src/main/lab/learn/dial-grid.ts'
import type { CompleteQuestion } from '../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { figuresOf, replayPolicy } from '../../src/main/orchestrators/advanced/routing/replay-policy.ts'
import { ModelRef } from '../../src/shared/ids.ts'

const models = ['a/cheap', 'b/middle', 'c/dear'].map((ref) => ModelRef.parse(ref))
const answer = (dearest: number) =>
  fc.record({ key: fc.constantFrom('1', '2', '3', null), right: fc.boolean(), costMicros: fc.integer({ min: 1, max: dearest }) })
const question: fc.Arbitrary<CompleteQuestion> = fc.record({
  taskType: fc.constantFrom('math', 'facts'),
  answers: fc.tuple(answer(100), answer(1_000), answer(10_000)),
})

describe('B5 the dial between the cheapest and the best', () => {
  test('turned up, it never asks for less on the questions that it learned from', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 20, maxLength: 80 }), (questions) => {
        const costs = fitAlongDial(models, questions).map(
          ({ policy }) => figuresOf(questions.map((each) => replayPolicy(policy, each))).meanMicros,
        )
        for (const [place, cost] of costs.entries()) expect(cost).toBeGreaterThanOrEqual((costs[place - 1] ?? 0) - 1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('a place between two is the one below', () => {
    const steps = DIAL_GRID.map((dial) => ({ dial }))
    expect([0, 0.05, 0.1, 0.55, 1].map((dial) => stepAt(steps, dial)?.dial)).toEqual([0, 0, 0.1, 0.5, 1])
  })
})
