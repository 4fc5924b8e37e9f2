import { describe, expect, it } from 'vitest'
import { groupAnswers } from '../../../../src/main/orchestrators/advanced/consensus/group-answers.ts'

/** Whether two members that say this are counted as one. */
function agree(one: string, other: string, question = ''): boolean {
  const groups = groupAnswers(
    [
      { member: 'm1', number: 1, strength: 0, text: one },
      { member: 'm2', number: 2, strength: 0, text: other },
    ],
    question,
  )
  return groups.length === 1
}

const EQUAL: readonly (readonly [string, string, question?: string])[] = [
  // numbers
  ['42', '42.0'],
  ['Answer: 42', 'The answer is 42.'],
  ['1,234', '1234'],
  ['1.234,50', '1,234.5'],
  ['1 234.5', "1'234.5"],
  ['1\u202f234', '1234'],
  ['12,34,567', '1234567'],
  ['0,5', '0.5'],
  ['.5', '0.5'],
  ['1/2', '0.5'],
  ['½', '0.5'],
  ['1 1/2', '1.5'],
  ['1½', '1.5'],
  ['−7', '-7'],
  ['+7', '7'],
  ['-0', '0'],
  ['1e3', '1000'],
  ['3 × 10^4', '30000'],
  ['1.2 million', '1,200,000'],
  ['5k', '5000'],
  ['twelve', '12'],
  ['sixty-three', '63'],
  ['two thousand three hundred and forty', '2340'],
  ['100000000000000000001', '100,000,000,000,000,000,001'],
  ['≈ 3.14', '3.14'],
  // quantities
  ['63 days', '63', 'How many days lie between the two?'],
  ['9 weeks', '63 days'],
  ['2 h 38 min', '158 minutes'],
  ['5 kg', '5000 g'],
  ['2.353 kg', '2,353 g'],
  ['20 °C', '20 degrees Celsius'],
  ['20°C', '20 ° C'],
  ['$12', '12 dollars'],
  ['$1,200.50', 'USD 1200.5'.replace('USD ', '$')],
  ['12 €', '€12'],
  ['$12', '12', 'How much does it cost in dollars?'],
  ['50 cents', '$0.50'],
  ['17 %', '17 percent'],
  ['17%', '17', 'What percentage is that?'],
  ['8 apples', '8'],
  ['\\boxed{42}', '42'],
  ['She has 3 left.\n#### 42', '42'],
  ['Answer: $12$', '12'],
  // dates and times
  ['1 May 2024', 'May 1, 2024'],
  ['2024-05-01', '1st of May 2024'],
  ['01.05.2024', '1. Mai 2024'],
  ['Wednesday, 1 May 2024', '1 May 2024'],
  ['le 1 mai 2024', '1 May 2024'],
  ['1 de mayo de 2024', '1 May 2024'],
  ['25/12/2024', '12/25/2024'],
  ['31 December', 'December 31'],
  ['31 December', '31 December 2024', 'The lease of 2024: when does it end?'],
  ['17:25', '5:25 pm'],
  ['17:25', 'at 17:25.'],
  ['17:25', '17.25 Uhr'],
  ['17:25', '17h25'],
  ['5 p.m.', '17:00'],
  ['noon', '12:00'],
  ['17:25:00', '17:25'],
  // yes and no, choices
  ['Yes', 'yes, because all of them are.'],
  ['**No**, 2100 is no leap year.', 'No.'],
  ['ja', 'Yes'],
  ['True', 'yes'],
  ['(B)', 'Answer: B'],
  ['b)', 'B'],
  ['Option C', 'C'],
  ['Answer: B) Paris', 'B'],
  // words
  ['Paris', 'paris.'],
  ['The Louvre', 'louvre'],
  ['“Carol”', 'Carol'],
  ['Answer: **Carol**', 'Carol'],
  ['**Final answer:** Carol', 'Carol'],
  ['The tallest is found by comparing.\n\n**Carol** is the tallest.', 'Carol'],
  ['Antwort: Berlin', 'Answer: Berlin'],
  ['Réponse : Berlin', 'Answer: Berlin'],
  // lists, JSON, code
  ['1, 2 and 3', '1, 2, 3'],
  ['20 °C, 2.353 kg and 355 ml', '20 °C; 2353 g; 0.355 l'],
  ['- red\n- green', 'red, green'],
  ['{"a": 1, "b": [2, 3]}', '{ "b": [2.0, 3], "a": 1 }'],
  ['```json\n{"a": 1}\n```', '{"a":1}'],
  ['{"reason": "sums", "answer": 42}', '42'],
  ['```js\nreturn 1\n```', 'Here it is:\n```js\nreturn 1  \n\n```'],
  ['```json\n{"reason": "two\nlines", "answer": "42"}\n```', '42'],
  ['Here is my answer:\n{"answer": 42} I hope it helps.', '42'],
  ['$64', '64', 'Glasses cost $5 each, every second one 60 % of that. How much does Kylar pay?'],
  // found in running text
  ['The train arrives at 17:25.', '**17:25**'],
  ['14:47 + 2 h = 16:47, so it arrives at **17:25**.', 'Answer: 17:25'],
  ['17 + 25 = 42', '42'],
  ['1. 17 + 25\n2. = 42\n\n17 + 25 is **42**.', '42'],
  ['First I thought Answer: 41 was right.\nAnswer: 42', '42'],
  ['Answer:\n42', '42'],
]

const CODE = 'assert f(1) == ??'
const LITERALS: readonly (readonly [string, string, boolean])[] = [
  ["Answer: 'abc'", 'Answer: abc', true],
  ["Answer: ['a', 1]", 'Answer: ["a",1]', true],
  ["Answer: '816'", 'Answer: 816', true],
  ["Answer: ' 816'", 'Answer: 816', false],
  ["Answer: '1 '", "Answer: '1  '", false],
  ["Answer: 'no'", 'Answer: no', true],
  ["Answer: 'no'", 'Answer: false', false],
  ["Answer: 'aB'", "Answer: 'ab'", false],
  ["Answer: ['a b']", "Answer: ['ab']", false],
  ["Answer: 'a.'", "Answer: 'a'", false],
]

const DIFFERENT: readonly (readonly [string, string, question?: string])[] = [
  ['42', '42.5'],
  ['3.14', '3.1416'],
  ['1,5', '1,500'],
  ['-7', '7'],
  ['1/2', '1/3'],
  ['1/0', '0'],
  ['5 lb', '5 kg'],
  ['12 €', '$12'],
  ['12 €', '12'],
  ['17 %', '17'],
  ['20 °C', '20 °F'],
  ['63 days', '63 weeks'],
  ['62 days', '63', 'How many days lie between the two?'],
  ['1 May 2024', '1 May 2023'],
  ['1 May 2024', '5 January 2024'],
  ['03/04/2024', '3 April 2024'],
  ['30 February 2024', '1 March 2024'],
  ['5:25 pm', '5:25 am'],
  ['17:25', '17.25'],
  ['25:99', '17:25'],
  ['Yes', 'No'],
  ['No, it is not.', 'Nothing of the kind.'],
  ['A', 'B'],
  ['Paris', 'Paris, Texas'],
  ['schon', 'schön'],
  ['1, 2, 3', '3, 2, 1'],
  ['[1, 2]', '[2, 1]'],
  ['{"a": 1}', '{"a": "1"}'],
  ['```\nreturn 1\n```', '```\nreturn 2\n```'],
  ['100000000000000000001', '100000000000000000002'],
  ['9007199254740993', '9007199254740992'],
  ['', '0'],
  ['NaN', '0'],
  ['Infinity', '1e999'],
  ['one two', '3'],
  ['The answer is 42.', 'The answer is not 42.'],
  ['Answer: 42', 'Answer: 42 or 43'],
]

describe('B4 answers that are equal after normalising', () => {
  it.each(EQUAL.map(([one, other, question = '']) => [one, other, question] as const))('%j and %j agree', (one, other, question) => {
    expect(agree(one, other, question)).toBe(true)
  })

  it.each(DIFFERENT.map(([one, other, question = '']) => [one, other, question] as const))('%j and %j differ', (one, other, question) => {
    expect(agree(one, other, question)).toBe(false)
  })

  it.each(LITERALS)('%j and %j are literals of code; equal: %j', (one, other, equal) => {
    expect(agree(one, other, CODE)).toBe(equal)
  })

  it('invents no agreement between essays that share a number or a heading', () => {
    const essay = (topic: string) =>
      `**Introduction**\n\n${`The ${topic} has a long history that scholars still discuss. `.repeat(12)}\n\n**Conclusion**\n\nMuch of this goes back to 1848.`
    expect(agree(essay('city'), essay('river'))).toBe(false)
  })

  it('tells long texts apart that differ in the middle alone', () => {
    const long = (middle: string) => `${'Once more. '.repeat(5000)}${middle}${' And again.'.repeat(5000)}`
    expect(agree(long('Yes'), long('Nay'))).toBe(false)
    expect(agree(long('Yes'), long('Yes'))).toBe(true)
  })

  it('reads hostile texts in little time', () => {
    const hostile = [
      '1'.repeat(200_000),
      '1,'.repeat(100_000),
      '**'.repeat(100_000),
      'Answer: '.repeat(50_000),
      `${'('.repeat(100_000)}a`,
      '- \n'.repeat(60_000),
      '{"a":'.repeat(50_000),
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'a '.repeat(100_000),
      '1 h '.repeat(50_000),
      '\u0000\uD800',
    ]
    const before = performance.now()
    for (const text of hostile) expect(groupAnswers([{ member: 'm1', number: 1, strength: 0, text }])).toHaveLength(1)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
