import { assertNever, TuttiError } from '../../../shared/errors.ts'

/** One thing that keeps nodes from being a graph that can run to its end. */
export type GraphProblem =
  /** The whole way round: the first id is also the last; each one waits for the one before it. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] }
  | { readonly kind: 'missing-input'; readonly input: string; readonly consumers: readonly string[] }
  | { readonly kind: 'unknown-dependency'; readonly dependency: string; readonly dependants: readonly string[] }
  | { readonly kind: 'duplicate-producer'; readonly output: string; readonly producers: readonly string[] }
  | { readonly kind: 'duplicate-id'; readonly id: string; readonly times: number }
  /** It waits, directly or not, for a node that never starts. */
  | { readonly kind: 'unreachable'; readonly node: string; readonly waitsFor: string }
  | { readonly kind: 'bad-value'; readonly node: string; readonly field: string; readonly must: string }

/** Stands for the run's own input where it competes with a node as the producer of a value. */
export const GIVEN = 'the input of the run'

const NAMED = 10

/** Names every kind of problem; the first ten of them in the message, all of them in `data.problems` (JSON of `GraphProblem[]`). */
export function graphError(problems: readonly GraphProblem[], lead = 'This graph cannot run'): TuttiError {
  const named = problems.slice(0, NAMED).map(describeProblem)
  const rest = problems.length - named.length
  const more = rest > 0 ? [`${rest} more ${rest === 1 ? 'problem' : 'problems'} of the same graph.`] : []
  return new TuttiError('invalid-input', `${lead}: ${[...named, ...more].join(' ')}`, {
    data: { count: problems.length, problems: JSON.stringify(problems) },
  })
}

export function describeProblem(problem: GraphProblem): string {
  switch (problem.kind) {
    case 'cycle':
      return `Nodes wait for each other in a circle: ${problem.path.join(' → ')}; take one of these links away.`
    case 'missing-input':
      return `Nothing provides “${problem.input}”, which ${list(problem.consumers)} ${needs(problem.consumers)}; add a node with this output or give it to the run.`
    case 'unknown-dependency':
      return `There is no node “${problem.dependency}”, for which ${list(problem.dependants)} ${waits(problem.dependants)}.`
    case 'duplicate-producer':
      return `“${problem.output}” is provided by ${list(problem.producers)}; only one may.`
    case 'duplicate-id':
      return `${problem.times} nodes are called “${problem.id}”; each needs an id of its own.`
    case 'unreachable':
      return `“${problem.node}” can never start, because it waits for “${problem.waitsFor}”.`
    case 'bad-value':
      return `${problem.field} of “${problem.node}” must be ${problem.must}.`
    default:
      return assertNever(problem)
  }
}

const needs = (names: readonly string[]) => (names.length === 1 ? 'needs' : 'need')
const waits = (names: readonly string[]) => (names.length === 1 ? 'waits' : 'wait')

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => (name === GIVEN ? name : `“${name}”`))
  if (names.length > NAMED) return `${shown.join(', ')} and ${names.length - NAMED} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
