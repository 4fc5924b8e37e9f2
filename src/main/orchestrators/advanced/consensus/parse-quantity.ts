import { canonicalNumber, DIGITS, parseNumber } from './parse-number.ts'

/** Units by the name they are compared under, with the factor to it and their spellings. */
const UNITS: readonly (readonly [unit: string, factor: number, spellings: string])[] = [
  ['s', 1, 's sec secs second seconds sekunde sekunden'],
  ['s', 60, 'min mins minute minutes minuten'],
  ['s', 3600, 'h hr hrs hour hours stunde stunden'],
  ['s', 86_400, 'd day days tag tage tagen jour jours día días'],
  ['s', 604_800, 'week weeks woche wochen'],
  ['month', 1, 'month months monat monate monaten mois'],
  ['year', 1, 'year years yr yrs jahr jahre jahren an ans'],
  ['g', 0.001, 'mg milligram milligrams'],
  ['g', 1, 'g gram grams gramm'],
  ['g', 1000, 'kg kgs kilogram kilograms kilo kilos kilogramm'],
  ['g', 1e6, 't tonne tonnes'],
  ['m', 0.001, 'mm millimetre millimetres millimeter millimeters'],
  ['m', 0.01, 'cm centimetre centimetres centimeter centimeters'],
  ['m', 1, 'm metre metres meter meters'],
  ['m', 1000, 'km kilometre kilometres kilometer kilometers'],
  ['l', 0.001, 'ml millilitre millilitres milliliter milliliters'],
  ['l', 0.01, 'cl'],
  ['l', 1, 'l litre litres liter liters'],
  ['lb', 1, 'lb lbs pound pounds'],
  ['oz', 1, 'oz ounce ounces'],
  ['floz', 1, 'floz'],
  ['gal', 1, 'gal gallon gallons'],
  ['cup', 1, 'cup cups'],
  ['mile', 1, 'mi mile miles'],
  ['ft', 1, 'ft foot feet'],
  ['in', 1, 'in inch inches'],
  ['km/h', 1, 'km/h kmh kph'],
  ['mph', 1, 'mph'],
  ['°c', 1, '°c degc celsius ℃'],
  ['°f', 1, '°f degf fahrenheit ℉'],
  ['k', 1, 'kelvin'],
  ['%', 1, '% percent percentage prozent'],
  ['$', 1, '$ usd us$ dollar dollars'],
  ['$', 0.01, 'cent cents'],
  ['€', 1, '€ eur euro euros'],
  ['£', 1, '£ gbp'],
  ['¥', 1, '¥ jpy yen'],
  ['chf', 1, 'chf fr.'],
]
const BY_SPELLING = new Map(UNITS.flatMap(([unit, factor, spellings]) => spellings.split(' ').map((word) => [word, { unit, factor }])))

export type Unit = { readonly unit: string; readonly factor: number }

/** The unit that a word names, if it is one that is compared. */
export function unitOf(word: string): Unit | undefined {
  return BY_SPELLING.get(word.toLowerCase().replace(/\.$/, '')) ?? BY_SPELLING.get(word.toLowerCase())
}

/**
 * Reads "63", "63 days", "$1,200.50", "12 €", "17 %", "2 h 38 min", "8 apples" as a key such as `63`, `5443200 s` or `1200.5 $`.
 * A counted noun that is no unit is left out. `expected`: the unit the question asks for; it is given to a bare number.
 */
export function quantityKey(input: string, expected?: Unit): string | null {
  const text = input
    .trim()
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/fl\.? ?oz/gi, 'floz')
    .replace(/° ?([CF])\b/g, '°$1')
    .replace(/degrees? (celsius|fahrenheit)/gi, '$1')
    .replace(/^(?:≈|~|about|approximately|approx\.|around|=) ?/i, '')
  const compound = compoundKey(text)
  if (compound !== null) return compound
  const money = /^([+-]?)(us\$|[$€£¥])\s?(.+)$/i.exec(text)
  if (money?.[3] !== undefined) {
    const value = parseNumber(`${money[1]}${money[3].replace(/ (usd|dollars?|euros?)$/i, '')}`)
    return value === null ? null : withUnit(value, unitOf(money[2] ?? ''))
  }
  const bare = parseNumber(text)
  if (bare !== null) return withUnit(bare, expected)
  const match = splitNumber(text)
  if (match === null) return null
  const [head, tail] = match
  const value = parseNumber(head)
  if (value === null) return null
  const unit = unitOf(tail)
  if (unit !== undefined) return withUnit(value, unit)
  return /^[\p{L} -]{2,40}$/u.test(tail) && tail.split(' ').length <= 3 ? withUnit(value, expected) : null
}

function splitNumber(text: string): [string, string] | null {
  const digits = /^[+-−]?\d+(?: \d+)?\/\d+/.exec(text)?.[0] ?? DIGITS.exec(text.replace('−', '-'))?.[0]
  if (digits !== undefined) return [digits, text.slice(digits.length).trim()]
  const words = text.split(/\s+/)
  for (let n = Math.min(words.length - 1, 8); n > 0; n -= 1) {
    const head = words.slice(0, n).join(' ')
    if (parseNumber(head) !== null) return [head, words.slice(n).join(' ')]
  }
  return null
}

/** "2 h 38 min", "5 lb 3 oz": parts of one dimension are added, others are kept apart. */
function compoundKey(text: string): string | null {
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s?([\p{L}°%]+)\.?(?:,? and |, | |$)/gu)]
  if (parts.length < 2 || parts.map((part) => part[0]).join('') !== text) return null
  const sums = new Map<string, number>()
  for (const [, number, word] of parts) {
    const unit = unitOf(word ?? '')
    const value = parseNumber(number ?? '')
    if (unit === undefined || value === null) return null
    sums.set(unit.unit, (sums.get(unit.unit) ?? 0) + Number(value) * unit.factor)
  }
  return sums.size > 1 && text.includes(',') ? null : [...sums].map(([unit, sum]) => `${canonicalNumber(sum)} ${unit}`).join(' + ')
}

function withUnit(value: string, unit: Unit | undefined): string {
  if (unit === undefined) return value
  const scaled = unit.factor === 1 ? value : canonicalNumber(Number(value) * unit.factor)
  return `${scaled} ${unit.unit}`
}

/** The unit that a question asks for: "How many days …", "… in kilograms?", "what percentage", or the only one that its own figures have. */
export function expectedUnit(question: string): Unit | undefined {
  const text = question.toLowerCase()
  const asked = [...text.matchAll(/(?:how many|wie viele|combien de|cuántos|cuántas)((?: [\p{L}]+){1,3})/gu)].at(-1)?.[1]?.trim().split(' ')
  const target = /\bin ([\p{L}°%/]+)\s*\?/u.exec(text)?.[1]
  const unit = [...(target === undefined ? [] : [target]), ...(asked ?? [])].map(unitOf).find((each) => each !== undefined)
  if (unit !== undefined) return unit
  if (/what percent|percentage|wie viel prozent/.test(text)) return unitOf('%')
  const used = [...text.matchAll(/([$€£¥])\s?\d|\d\s?([\p{L}°%$€£¥]+)|\b(dollars?|euros?)\b/gu)].flatMap(
    ([, sign, word, money]) => unitOf(sign ?? word ?? money ?? '') ?? [],
  )
  return only(used) ?? only(used.filter((each) => CURRENCIES.has(each.unit)))
}

const CURRENCIES: ReadonlySet<string> = new Set(['$', '€', '£', '¥', 'chf'])

function only(units: readonly Unit[]): Unit | undefined {
  return new Set(units.map(({ unit, factor }) => `${factor} ${unit}`)).size === 1 ? units[0] : undefined
}
