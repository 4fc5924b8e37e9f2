import { formatNumber, type Solver, solution, type Working } from './solution.ts'

type Rule = (terms: readonly number[]) => { readonly next: number; readonly words: string } | null

const differences = (terms: readonly number[]) => terms.slice(1).map((term, i) => term - (terms[i] ?? 0))
const same = (values: readonly number[]) => values.length > 0 && values.every((value) => value === values[0])
const last = (values: readonly number[], back = 1) => values.at(-back) ?? 0

/** From simple to involved; the first that all terms obey decides. */
const RULES: readonly Rule[] = [
  (terms) =>
    same(differences(terms))
      ? { next: last(terms) + last(differences(terms)), words: `add ${formatNumber(last(differences(terms)))} each time` }
      : null,
  (terms) => {
    const ratios = terms.slice(1).map((term, i) => term / (terms[i] ?? 1))
    return same(ratios) && Number.isFinite(ratios[0])
      ? { next: last(terms) * last(ratios), words: `multiply by ${formatNumber(last(ratios))} each time` }
      : null
  },
  (terms) =>
    terms.length > 3 && terms.slice(2).every((term, i) => term === (terms[i] ?? 0) + (terms[i + 1] ?? 0))
      ? { next: last(terms) + last(terms, 2), words: 'each number is the sum of the two before it' }
      : null,
  (terms) => {
    const steps = differences(terms)
    const growth = differences(steps)
    return terms.length > 3 && same(growth)
      ? { next: last(terms) + last(steps) + last(growth), words: `the step grows by ${formatNumber(last(growth))} each time` }
      : null
  },
  (terms) => {
    const steps = differences(terms)
    const ratios = steps.slice(1).map((step, i) => step / (steps[i] ?? 1))
    return terms.length > 3 && same(ratios) && Number.isFinite(ratios[0])
      ? { next: last(terms) + last(steps) * last(ratios), words: `the step is multiplied by ${formatNumber(last(ratios))} each time` }
      : null
  },
]

/** "What comes next: 2, 4, 8, 16?" */
export const sequence: Solver = (question) => {
  if (!/\b(?:next|continue|sequence|series|missing number|reihe|folge)\b/i.test(question)) return null
  const list = /-?\d+(?:\.\d+)?(?:\s*,\s*-?\d+(?:\.\d+)?){2,}/.exec(question)?.[0]
  const terms = list?.split(',').map(Number) ?? []
  for (const rule of RULES) {
    const found = terms.length < 3 ? null : rule(terms)
    if (found === null) continue
    const show = (value: number): Working => ({
      result: formatNumber(value),
      sentence: `The next number is **${formatNumber(value)}**.`,
      steps: [`Rule: ${found.words}.`],
    })
    return solution(show(found.next), [show(last(terms) + last(differences(terms))), show(found.next + 1)])
  }
  return null
}
