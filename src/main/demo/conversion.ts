import { formatNumber, type Solver, solution, type Working } from './solution.ts'
import { fromBase, joinUnitWords, readableUnit, toBase, type UnitEntry, unitEntry } from './units.ts'

const AMOUNT = /(?<![\w.])([-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)\s*(km\/h|m\/s|[\p{L}°]+)/gu
// Looked ahead at, so that in "2 in to cm" the "in" does not swallow the "to".
const TARGET = /\b(?:to|in|into|as|nach|many)\s+(?=((?:km\/h|m\/s|[\p{L}°]+)(?:(?:\s*,\s*|\s+and\s+)(?:km\/h|m\/s|[\p{L}°]+))*))/giu
/** What may stand around amounts and units; with any other word the question is about something else. */
const AROUND =
  /\b(?:convert|express|change|turn|what(?:['’]s)?|is|are|how|many|much|to|into|in|as|and|or|the|of|a|an|me|tell|it|equal|equals|metric|imperial|si|us|customary|units?|system|degrees?|umrechnen|nach|und)\b/gi
const SIGNIFICANT = 4

/** An amount of one dimension; "5 lb 3 oz" is one amount of two parts. */
interface Amount {
  readonly parts: readonly { readonly value: number; readonly unit: UnitEntry }[]
  readonly dimension: UnitEntry['dimension']
}

/** "Convert 68 °F, 5 lb 3 oz and 12 fl oz to metric units.", "How many kilometres are 26.2 miles?" */
export const conversion: Solver = (question) => {
  const text = joinUnitWords(question.replaceAll('\u00a0', ' '))
  const amounts = readAmounts(text)
  const around =
    text
      .replace(AMOUNT, ' ')
      .replace(AROUND, ' ')
      .match(/[\p{L}°]+(?:\/[hs])?/gu) ?? []
  if (amounts.length === 0 || around.some((word) => unitEntry(word) === undefined)) return null
  const targets = readTargets(text, amounts)
  if (targets === null) return null
  const right = amounts.map((amount) => converted(amount, baseOf(amount), targets))
  if (right.some((each) => each === null)) return null
  const lines = right.flatMap((each) => (each === null ? [] : [each]))
  const slips = amounts.flatMap((amount, index) =>
    hasty(amount).flatMap(({ base, how }) => {
      const wrong = converted(amount, base, targets, lines[index]?.unit)
      return wrong === null ? [] : [working(lines.with(index, { ...wrong, how }))]
    }),
  )
  return solution(working(lines), slips)
}

function readAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  let end = -1
  for (const match of text.matchAll(AMOUNT)) {
    const unit = unitEntry(match[2] ?? '')
    if (unit === undefined) continue
    const part = { value: Number((match[1] ?? '').replaceAll(',', '').replace('−', '-')), unit }
    const last = amounts.at(-1)
    const near = end >= 0 && /^\s*(?:and\s)?\s*$/.test(text.slice(end, match.index))
    const smaller = (last?.parts.at(-1)?.unit.factor ?? 0) > unit.factor
    end = match.index + match[0].length
    if (near && smaller && last?.dimension === unit.dimension && unit.dimension !== 'temperature') {
      amounts[amounts.length - 1] = { ...last, parts: [...last.parts, part] }
    } else amounts.push({ parts: [part], dimension: unit.dimension })
  }
  return amounts
}

type Targets = { readonly units: readonly UnitEntry[]; readonly system: UnitEntry['system'] | null }

function readTargets(text: string, amounts: readonly Amount[]): Targets | null {
  const system = /\bmetric\b|\bSI\b/.test(text) ? 'metric' : /\b(?:imperial|us units|us customary)\b/i.test(text) ? 'imperial' : null
  const units = [...text.matchAll(TARGET)]
    .flatMap((match) => (match[1] ?? '').split(/\s*,\s*|\s+and\s+/))
    .flatMap((word) => unitEntry(word) ?? [])
  if (system !== null || units.length > 0) return { units, system }
  // "Convert 5 miles" without a target: the other system.
  const from = amounts[0]?.parts[0]?.unit.system
  return /\bconvert\b|\bumrechnen\b/i.test(text) && from !== undefined ? { units, system: from === 'metric' ? 'imperial' : 'metric' } : null
}

function baseOf({ parts }: Amount): number {
  return parts.reduce((sum, { value, unit }) => sum + toBase(value, unit), 0)
}

interface Line {
  readonly from: string
  readonly to: string
  readonly unit: UnitEntry
  readonly how: string
}

function converted(amount: Amount, base: number, { units, system }: Targets, as?: UnitEntry): Line | null {
  const unit =
    as ??
    units.find(({ dimension }) => dimension === amount.dimension) ??
    (system === null ? undefined : readableUnit(base, amount.dimension, system))
  if (unit === undefined) return null
  const from = amount.parts.map(({ value, unit: each }) => `${formatNumber(value)} ${each.symbol}`).join(' ')
  const to = `${formatNumber(Number(fromBase(base, unit).toPrecision(SIGNIFICANT)))} ${unit.symbol}`
  return { from, to, unit, how: rule(amount, unit) }
}

function rule({ parts, dimension }: Amount, to: UnitEntry): string {
  const unit = parts[0]?.unit
  if (unit === undefined) return ''
  if (dimension === 'temperature')
    return unit.symbol === '°F' && to.symbol === '°C' ? '(°F − 32) × 5 ÷ 9' : `from ${unit.symbol} to ${to.symbol}`
  return parts
    .map(({ unit: each }) => `1 ${each.symbol} = ${formatNumber(Number((each.factor / to.factor).toPrecision(6)), 9)} ${to.symbol}`)
    .join(', ')
}

/** Usual mistakes: 32 left in, ounces read as decimals of a pound, the factor the wrong way round, British fluid ounces. */
function hasty(amount: Amount): { base: number; how: string }[] {
  const [first, second] = amount.parts
  if (first === undefined) return []
  if (first.unit.symbol === '°F') return [{ base: (first.value * 5) / 9, how: '× 5 ÷ 9' }]
  if (first.unit.symbol === '°C') return [{ base: ((first.value * 9) / 5) * (5 / 9) - 160 / 9, how: '× 9 ÷ 5' }]
  if (second !== undefined) {
    const decimal = Number(`${first.value}.${second.value}`)
    return [{ base: toBase(decimal, first.unit), how: `reading it as ${decimal} ${first.unit.symbol}` }]
  }
  if (first.unit.symbol === 'fl oz') return [{ base: first.value * 28.4130625, how: '1 fl oz = 28.413 ml' }]
  return [{ base: first.value * first.unit.factor * 1.1, how: 'a rounded factor' }]
}

function working(lines: readonly Line[]): Working {
  const result = lines.map(({ to }) => to).join(', ')
  const [only] = lines
  const sentence =
    lines.length === 1 && only !== undefined
      ? `${only.from} is **${only.to}**.`
      : lines.map(({ from, to }) => `- ${from} is **${to}**`).join('\n')
  return { result, sentence, steps: lines.map(({ from, to, how }) => `${from} → ${to}, by ${how}`) }
}
