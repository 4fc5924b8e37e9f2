import { describe, expect, it } from 'vitest'
import { presentAnswer } from '../../../../src/main/orchestrators/advanced/consensus/present-answer.ts'

describe('B4 the agreed answer as it is shown', () => {
  it.each([
    ['The train arrives at **17:25**.\n\n14:47 + 2 h 38 min\n\nAnswer: 17:25', 'The train arrives at **17:25**.\n\n14:47 + 2 h 38 min'],
    ['1. 14:47 + 2 h 38 min\n2. = 17:25\n\n**Answer:** 17:25', '**17:25**\n\n1. 14:47 + 2 h 38 min\n2. = 17:25'],
    ['- 68 °F is **20 °C**\n- 5 lb is **2.268 kg**\n\nAnswer: 20 °C, 2.268 kg', '- 68 °F is **20 °C**\n- 5 lb is **2.268 kg**'],
    ['Answer: 42', '42'],
    ['No answer line here.', 'No answer line here.'],
    ['Answer: 41 was my first guess.\nIt is 42.', 'Answer: 41 was my first guess.\nIt is 42.'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(presentAnswer(text)).toBe(shown)
  })
})
