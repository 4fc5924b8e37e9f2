import fc from 'fast-check'
import type { CompleteQuestion } from '../../../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { ModelRef } from '../../../../src/shared/ids.ts'

export const MODELS = ['cheap/a', 'middle/b', 'strong/c'].map((ref) => ModelRef.parse(ref))

/** Models that are right ever more often and cost ever more; wrong ones agree by chance now and then. */
export const questions: fc.Arbitrary<CompleteQuestion[]> = fc.array(
  fc
    .record({ hard: fc.boolean(), draws: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), wrong: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)) })
    .map(({ hard, draws, wrong }) => ({
      taskType: hard ? 'hard' : 'easy',
      answers: draws.map((draw, model) => {
        const right = draw < (hard ? 40 : 80) + 8 * model
        return { key: right ? 'right' : `wrong ${wrong[model]}`, right, costMicros: 100 * 4 ** model }
      }),
    })),
  { minLength: 30, maxLength: 200 },
)
