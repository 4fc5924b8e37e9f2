const WORDS = new Map<string, number>(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const GLYPHS = new Map<string, string>([
  ['½', '1/2'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅕', '1/5'],
  ['⅛', '1/8'],
])

/** A number's digits with any usual separators, at the start of a text. */
export const DIGITS = /^[+-]?(?:\d{1,3}(?:[,.' ]\d{2,3})*[,.' ]\d{3}(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+)/

/** "-1234.5": no grouping, no trailing zeros, and none of the last bits in which equal sums differ. */
export function canonicalNumber(value: number): string {
  return String(Number(value.toPrecision(12)) + 0)
}

/** The canonical form of a number, exact for integers of any length. Reads "1,234.56", "1.234,56", "1 234", "1'234", "3/4", "1 1/2", "½", "2.5e3", "3 × 10^4", "1.2 million", "sixty-three"; null for anything else. */
export function parseNumber(input: string): string | null {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/[½⅓⅔¼¾⅕⅛]/g, (glyph) => ` ${GLYPHS.get(glyph)}`)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/’/g, "'")
    .replace(/^([+-]) /, '$1')
    .trim()
  return parseFraction(text) ?? parsePower(text) ?? parseScaled(text) ?? parsePlain(text) ?? parseWords(text)
}

function parseFraction(text: string): string | null {
  const match = /^([+-]?)(?:(\d{1,9}) +)?(\d{1,9}) ?[/⁄] ?(\d{1,9})$/.exec(text)
  if (match === null) return null
  const [, sign, whole, top, bottom] = match
  if (Number(bottom) === 0) return null
  const value = Number(whole ?? 0) + Number(top) / Number(bottom)
  return canonicalNumber(sign === '-' ? -value : value)
}

function parsePower(text: string): string | null {
  const match = /^([+-]?[\d.,]+) ?(?:e|[×x*·] ?10 ?\^ ?)([+-]?\d{1,3})$/.exec(text)
  const base = match?.[1] === undefined ? null : parsePlain(match[1])
  if (base === null || match?.[2] === undefined) return null
  const value = Number(`${base}e${match[2]}`)
  return Number.isFinite(value) ? canonicalNumber(value) : null
}

function parseScaled(text: string): string | null {
  const match = /^([+-]?[\d.,]+) ?(thousand|million|billion|trillion|m|bn|k)$/.exec(text)
  const base = match?.[1] === undefined ? null : parsePlain(match[1])
  const scale = { k: 1e3, m: 1e6, bn: 1e9 }[match?.[2] ?? ''] ?? SCALES.get(match?.[2] ?? '')
  return base === null || scale === undefined ? null : canonicalNumber(Number(base) * scale)
}

/** Where both separators occur, the last is the decimal one; alone, groups of three after commas are thousands. */
function parsePlain(text: string): string | null {
  if (text.length > 400 || DIGITS.exec(text)?.[0] !== text) return null
  const spaceless = text.replace(/[ ']/g, '')
  const comma = spaceless.lastIndexOf(',')
  const dot = spaceless.lastIndexOf('.')
  let plain = spaceless
  if (comma >= 0 && dot >= 0) plain = comma > dot ? spaceless.replace(/\./g, '').replace(',', '.') : spaceless.replace(/,/g, '')
  else if (comma >= 0) plain = /^[+-]?\d{1,3}(,\d{2,3})*,\d{3}$/.test(spaceless) ? spaceless.replace(/,/g, '') : spaceless.replace(',', '.')
  else if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(spaceless)) plain = spaceless.replace(/\./g, '')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  if (/^[+-]?\d{16,}$/.test(plain)) return String(BigInt(plain.replace('+', '')))
  const value = Number(plain)
  return Number.isFinite(value) ? canonicalNumber(value) : null
}

function parseWords(text: string): string | null {
  const words = text.replace(/-/g, ' ').split(/\s+/)
  if (words.length > 12) return null
  let total = 0
  let group: number | null = null
  for (const word of words) {
    if (word === 'and' && group !== null) continue
    const small: number | undefined = WORDS.get(word) ?? TENS.get(word)
    const scale = SCALES.get(word)
    if (small !== undefined) {
      const place: number = (group ?? 0) % 100
      const fits = group === null || place === 0 || (place >= 20 && place % 10 === 0 && small > 0 && small < 10)
      if (!fits) return null
      group = (group ?? 0) + small
    } else if (scale === 100 && group !== null) group *= 100
    else if (scale !== undefined && group !== null) {
      total += group * scale
      group = 0
    } else return null
  }
  return group === null ? null : canonicalNumber(total + group)
}
