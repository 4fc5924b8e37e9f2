/** One way through a problem, right or wrong: the result, a sentence that states it in bold, and the steps. */
export interface Working {
  /** The short final answer, for example `17:25`. */
  readonly result: string
  /** Markdown with the result in bold. */
  readonly sentence: string
  readonly steps: readonly string[]
}

/** What a solver found: the right working, and the slips that a hasty reader might make. */
export interface Solution {
  readonly right: Working
  /** Each differs from the right one in its result; may be empty. */
  readonly slips: readonly Working[]
}

/** Reads a question; null where it is not of its kind. */
export type Solver = (question: string) => Solution | null

/** A solution without the slips that happen to be right. */
export function solution(right: Working, slips: readonly Working[]): Solution {
  return { right, slips: slips.filter(({ result }) => result !== right.result) }
}

/** "1,234.5": at most `digits` decimals, no trailing zeros. */
export function formatNumber(value: number, digits = 6): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e15 || size < 10 ** -digits)) return value.toExponential(6).replace(/\.?0+e\+?/, 'e')
  return (value + 0).toLocaleString('en-US', { maximumFractionDigits: digits })
}
