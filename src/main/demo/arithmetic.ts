import { evaluate, evaluateLeftToRight, parseExpression } from './expression.ts'
import { formatNumber, type Solution, type Solver, solution, type Working } from './solution.ts'

/** Words for operators, longest first. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/\bsquare root of\b|\bsqrt\b/g, '√'],
  [/\bto the power of\b/g, '^'],
  [/\bsquared\b/g, '^2'],
  [/\bcubed\b/g, '^3'],
  [/\bmultiplied by\b|\btimes\b|\bmal\b/g, '*'],
  [/\bdivided by\b|\bgeteilt durch\b/g, '/'],
  [/\bplus\b|\badded to\b/g, '+'],
  [/\bminus\b|\bless\b/g, '-'],
  [/\bpercent\b|\bprozent\b/g, '%'],
  [/%\s*(?:of|von)\b/g, '% *'],
  [/\bhalf of\b|\bhalf\b/g, '0.5 *'],
  [/\b(?:twice|double)\b/g, '2 *'],
  [/(?<=\d)\s*x\s*(?=\d)/g, '*'],
]
/** What may stand around an expression; with any other word the question is about something else. */
const AROUND =
  /\b(?:what(?:['’]s| is| are)?|how much (?:is|are)|calculate|compute|evaluate|solve|simplify|work out|find|tell me|the|result|value|answer|of|is|equal|equals|to|wie ?viel|ist|was|sind|ergibt|berechne|rechne|combien font|cuánto es)\b/g
const LISTS: readonly (readonly [RegExp, string, (values: readonly number[]) => number])[] = [
  [/\b(?:sum|total|summe) (?:of|von) (.+)/, 'sum', (values) => values.reduce((a, b) => a + b, 0)],
  [/\b(?:product|produkt) (?:of|von) (.+)/, 'product', (values) => values.reduce((a, b) => a * b, 1)],
  [/\b(?:average|mean|durchschnitt) (?:of|von) (.+)/, 'average', (values) => values.reduce((a, b) => a + b, 0) / values.length],
  [/\b(?:difference) (?:between|of) (.+)/, 'difference', (values) => (values[0] ?? 0) - (values[1] ?? 0)],
  [/\b(?:largest|greatest|biggest|maximum) (?:of|among) (.+)/, 'largest', (values) => Math.max(...values)],
  [/\b(?:smallest|least|minimum) (?:of|among) (.+)/, 'smallest', (values) => Math.min(...values)],
]

/** "What is 17 % of 2,340?", "12 × (3 + 4)", "the sum of 3, 5 and 9". */
export const arithmetic: Solver = (question) => {
  const text = question.toLowerCase().replaceAll('\u00a0', ' ')
  return listed(text) ?? written(text)
}

function written(text: string): Solution | null {
  const spoken = SPOKEN.reduce((words, [pattern, sign]) => words.replace(pattern, sign), text)
  const [expression, ...others] = spoken
    .replace(AROUND, ' ')
    .split(/[?!=:;]|[.,](?=\s|$)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (expression === undefined || others.length > 0) return null
  const node = parseExpression(expression)
  if (node === null || node.kind === 'number') return null
  const value = evaluate(node)
  const shown = expression.replace(/\s+/g, ' ').replaceAll('*', '×').replaceAll('-', '−').replaceAll('/', '÷')
  if (!Number.isFinite(value)) {
    return solution({ result: 'undefined', sentence: `${shown} is **undefined**.`, steps: ['This has no finite value.'] }, [])
  }
  const hasty = evaluateLeftToRight(expression)
  const inTurn = hasty === null ? [] : [working(shown, hasty, ['Worked from left to right.'])]
  const involved = (expression.match(/[-+*/^×÷·−]/g) ?? []).length > 1
  const order = involved ? ['Powers come first, then × and ÷, then + and −.'] : []
  return solution(working(shown, value, order), [...inTurn, ...nearMisses(value).map((wrong) => working(shown, wrong, order))])
}

function listed(text: string): Solution | null {
  for (const [pattern, name, fold] of LISTS) {
    const items = pattern.exec(text)?.[1]?.replace(/[?.!]+$/, '')
    if (items === undefined) continue
    const values = items.split(/\s*(?:,(?!\d{3}\b)|\band\b|\bund\b|;)\s*/).flatMap((item) => (item.trim() === '' ? [] : [parsed(item)]))
    if (values.length < 2 || values.some((value) => Number.isNaN(value))) continue
    const shown = `the ${name} of ${values.map((value) => formatNumber(value)).join(', ')}`
    const value = fold(values)
    const one = fold(values.slice(0, -1))
    return solution(working(shown, value, [`All ${values.length} numbers are taken in.`]), [
      ...(values.length > 2 ? [working(shown, one, ['Went through the numbers once.'])] : []),
      ...nearMisses(value).map((wrong) => working(shown, wrong, ['Went through the numbers once.'])),
    ])
  }
  return null
}

function parsed(item: string): number {
  const node = parseExpression(item)
  return node === null ? Number.NaN : evaluate(node)
}

function working(shown: string, value: number, steps: readonly string[]): Working {
  const result = formatNumber(Number(value.toPrecision(12)))
  return {
    result,
    sentence: `${shown.charAt(0).toUpperCase()}${shown.slice(1)} is **${result}**.`,
    steps: [...steps, `${shown} = ${result}`],
  }
}

/** A carry forgotten, the point moved, the last digit off. */
function nearMisses(value: number): number[] {
  const place = Number.isInteger(value) ? 1 : 10 ** -Math.min(6, (String(value).split('.')[1] ?? '').length)
  const misses = Math.abs(value) >= 20 ? [value - 10, value + 10 * Math.sign(value)] : []
  return Number.isInteger(value) ? [...misses, value + 1, value - 1] : [value / 10, value * 10, value + place]
}
