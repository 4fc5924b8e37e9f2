import { all, create, type MathNode } from 'mathjs'
import type { CalculateJob } from './sandbox-job.ts'

const DIGITS = 64
const SHOWN_DIGITS = 20
/** Whole numbers are written out up to here. */
const LONGEST_INTEGER = 60
const LONGEST = 10_000
/** They define names for later calls, or take text as code (the library's own advice on untrusted expressions). */
const REFUSED = [
  'import',
  'createUnit',
  'evaluate',
  'parse',
  'compile',
  'parser',
  'simplify',
  'derivative',
  'rationalize',
  'resolve',
  'reviver',
  'help',
]

const math = create(all ?? {}, { number: 'BigNumber', precision: DIGITS })
const refuse = (name: string) => () => {
  throw new Error(`${name} cannot be used here.`)
}
const { parse } = math
math.import(Object.fromEntries(REFUSED.map((name) => [name, refuse(name)])), { override: true })

/** The value of one expression, to twenty digits. Throws for what is none. */
export function calculate({ expression }: CalculateJob): string {
  const tree: MathNode = parse(expression)
  const text = math.format(tree.evaluate({}), show)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text
}

function show(value: unknown): string {
  if (math.isBigNumber(value) && value.isInteger() && value.toFixed().length <= LONGEST_INTEGER) return value.toFixed()
  return math.format(value, { precision: SHOWN_DIGITS, lowerExp: -9, upperExp: SHOWN_DIGITS })
}
