const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
]
const MORE_ONES = ['fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const VALUES = new Map([
  ...[...ONES, ...MORE_ONES].map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
])
const WORD = [...VALUES.keys()].join('|')
const NUMBER = new RegExp(`\\b(${TENS.join('|')})[- ](${ONES.slice(1, 10).join('|')})\\b|\\b(${WORD})\\b`, 'gi')

/** Writes numbers up to ninety-nine that stand there as words in digits: "nine weeks" becomes "9 weeks". */
export function withDigits(text: string): string {
  return text.replace(NUMBER, (_, tens: string | undefined, one: string | undefined, single: string | undefined) =>
    String([tens, one, single].reduce((sum, word) => sum + (VALUES.get(word?.toLowerCase() ?? '') ?? 0), 0)),
  )
}
