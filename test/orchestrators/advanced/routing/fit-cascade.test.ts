import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../../../src/main/orchestrators/advanced/routing/cascade-policy.ts'
import { policyWithin } from '../../../../src/main/orchestrators/advanced/routing/choose-lambda.ts'
import { CascadeFit } from '../../../../src/main/orchestrators/advanced/routing/fit-cascade.ts'
import { type CompleteQuestion, isRightOf } from '../../../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { partitionOf, shapeOf } from '../../../../src/main/orchestrators/advanced/routing/partition.ts'
import { figuresOf, replayPolicy } from '../../../../src/main/orchestrators/advanced/routing/replay-policy.ts'
import { MODELS, questions } from './synthetic.ts'

const figures = (all: readonly CompleteQuestion[], lambda: number) => {
  const policy = new CascadeFit(MODELS, all).policy(lambda)
  return figuresOf(all.map((question) => replayPolicy(policy, question)))
}

/** `count` questions to which these models gave these answers; "right" is right. */
const same = (count: number, answers: readonly string[], taskType = 'maths'): CompleteQuestion[] =>
  Array.from({ length: count }, () => ({
    taskType,
    answers: answers.map((key, model) => ({ key, right: key === 'right', costMicros: 100 * 4 ** model })),
  }))

describe('B5 who agrees with whom', () => {
  test('is the same whatever they said', () => {
    expect(partitionOf(['4', undefined, '5', '4', null])).toBe('a.ba-')
    expect(partitionOf(['x', undefined, 'y', 'x', null])).toBe('a.ba-')
    expect(shapeOf('a.ba-')).toBe('2+1/1')
  })
})

describe('B5 a calibrated cascade', () => {
  test('asks the cheap model alone where it is always right', () => {
    const policy = new CascadeFit(MODELS, same(100, ['right', 'right', 'right'])).policy(0.1)
    expect(replayPolicy(policy, same(1, ['right', 'right', 'right'])[0] ?? fail())).toMatchObject({ right: true, asked: [0] })
  })

  test('goes past the cheap model in the task in which it is wrong, and not in the other', () => {
    const all = [...same(100, ['wrong', 'right', 'right'], 'code'), ...same(100, ['right', 'right', 'right'], 'maths')]
    const policy = new CascadeFit(MODELS, all).policy(0.1)
    expect(advise(policy, 'maths', [undefined, undefined, undefined]).next).toBe(0)
    expect(advise(policy, 'code', [undefined, undefined, undefined]).next).toBe(1)
  })

  test('asks on where two differ and stops where they agree', () => {
    const all = [
      ...same(60, ['right', 'right', 'right']),
      ...same(20, ['wrong', 'other', 'right']),
      ...same(20, ['right', 'other', 'right']),
    ]
    const policy = new CascadeFit(MODELS, all).policy(0.01)
    const nextAfter = (...answers: (string | undefined)[]) => advise(policy, 'maths', answers).next
    expect(nextAfter('4', '4', undefined)).toBeNull()
    expect(nextAfter('4', '5', undefined)).toBe(2)
  })

  test('takes a task that it does not know for all tasks together, and an order it would not have chosen as it comes', () => {
    const policy = new CascadeFit(MODELS, same(50, ['right', 'right', 'right'])).policy(0.1)
    expect(advise(policy, 'poetry', [undefined, undefined, undefined])).toMatchObject({ next: 0, basis: 'same agreement in any task' })
    expect(advise(policy, 'maths', [undefined, undefined, '4'])).toMatchObject({ next: null, pick: '4' })
    expect(advise(policy, 'maths', [undefined, null, null]).next).toBe(0)
    // The one that it would have stopped at gave nothing: going by how often it is right would end without an answer.
    expect(advise(policy, 'maths', [null, undefined, undefined]).next).toBe(1)
  })

  test('draws what it saw rarely towards the same agreement in other tasks, not towards other agreements in the same task', () => {
    const often = [...same(80, ['right', 'right', 'right'], 'maths'), ...same(40, ['wrong', 'other', 'right'], 'maths')]
    const rarely = [...same(2, ['right', 'right', 'right'], 'code'), ...same(1, ['wrong', 'other', 'right'], 'code')]
    const policy = new CascadeFit(MODELS, [...often, ...rarely]).policy(0.01)
    const agreeing = advise(policy, 'code', ['4', '4', undefined])
    const differing = advise(policy, 'code', ['4', '5', undefined])
    expect(agreeing.right).toBeGreaterThan(0.95)
    expect(differing.right).toBeLessThan(0.1)
    expect([agreeing.next, differing.next]).toEqual([null, 2])
  })

  test('an answer is right by the label of the one whose words are shown, not of another that said the same', () => {
    const answers = ['[1,2]', '[1, 2]', '[1, 2]'].map((wording, model) => ({
      key: 'a list',
      wording,
      right: wording === '[1, 2]',
      costMicros: 100 * 4 ** model,
    }))
    const question = { taskType: 'code', answers }
    const given = (...asked: boolean[]) => asked.map((each) => (each ? 'a list' : undefined))
    expect(isRightOf(question, given(true, false, false), 'a list', [1, 1, 1])).toBe(false)
    expect(isRightOf(question, given(true, true, false), 'a list', [2, 1, 1])).toBe(false)
    expect(isRightOf(question, given(true, true, true), 'a list', [1.5, 1, 1])).toBe(true)
    expect(isRightOf(question, given(true, true, true), null, [1, 1, 1])).toBe(false)
  })

  test('no cheaper policy is as right: what it maximises is never below any single model', () => {
    fc.assert(
      fc.property(questions, fc.double({ min: 0.001, max: 1, noNaN: true }), (all, lambda) => {
        const own = figures(all, lambda)
        const worth = (accuracy: number, micros: number) => accuracy - (lambda * micros) / 1000
        const singles = MODELS.map((_, model) =>
          worth(
            all.filter(({ answers }) => answers[model]?.right).length / all.length,
            all.reduce((sum, { answers }) => sum + (answers[model]?.costMicros ?? 0), 0) / all.length,
          ),
        )
        // Rare states are drawn towards common ones, which costs a little on the questions themselves.
        expect(worth(own.accuracy, own.meanMicros)).toBeGreaterThanOrEqual(Math.max(...singles) - 0.05)
      }),
      { numRuns: 50 },
    )
  })

  test('keeps to a mean budget that it is given', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 150, max: 1_500 }), (all, budget) => {
        const { expected } = policyWithin(MODELS, all, budget)
        expect(expected.meanMicros).toBeLessThanOrEqual(budget)
      }),
      { numRuns: 20 },
    )
  })
})

function fail(): never {
  throw new Error('There is no question.')
}
