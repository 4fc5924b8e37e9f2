import { describe, expect, test } from 'vitest'
import { isRight } from '../../src/main/lab/grade.ts'

describe('F4 whether an answer is the expected one', () => {
  test.each([
    ['So she has 18 eggs.\nAnswer: 18', '18', true],
    ['Answer: $1,250.00', '1250', true],
    ['Answer: 17', '18', false],
    ['', '18', false],
    ['Answer: [1, 2]', '[1,2]', true],
    ['Answer: 2, 3 and 5', '[2,3,5]', true],
    ['- 2\n- 3\n- 5', '[2, 3, 5]', true],
    ['Answer: 2', '[2]', true],
    ['**Answer:**\n\n[2, 3, 5]', '2, 3 and 5', true],
    ['Answer: 5, 3 and 2', '[2,3,5]', false],
    ['It reads well.\n\n**Sentiment:** Positive', 'positive', true],
    ['**Sentiment:** Negative', 'positive', false],
    ['Antwort: Αθήνα', 'αθήνα', true],
  ])('%j for %j: %s', (answer, expected, right) => {
    expect(isRight(answer, expected, 'How many?')).toBe(right)
  })

  test('what code gives is compared as it stands', () => {
    const code = 'def f(x): return [x]\nassert f(1) == ??'
    expect(isRight('Answer: 1', '[1]', code)).toBe(false)
    expect(isRight('Answer: [1]', '[1]', code)).toBe(true)
  })
})
