import { assertNever, type TuttiError } from '../../../shared/errors.ts'
import { type Sentence, say, type Words } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'

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
export function graphError(
  problems: readonly GraphProblem[],
  refused: 'graph.refused' | 'graph.revision-refused' = 'graph.refused',
): TuttiError {
  const named = problems.slice(0, NAMED).map(describeProblem)
  const rest = problems.length - named.length
  const more = rest > 0 ? say('graph.more', { n: rest }) : ''
  return failure('invalid-input', say(refused, { problems: [...named, more] }), {
    data: { count: problems.length, problems: JSON.stringify(problems) },
  })
}

export function describeProblem(problem: GraphProblem): Sentence {
  switch (problem.kind) {
    case 'cycle':
      return say('graph.cycle', { path: problem.path.join(' → ') })
    case 'missing-input':
      return say('graph.missing-input', { input: problem.input, who: list(problem.consumers), n: problem.consumers.length })
    case 'unknown-dependency':
      return say('graph.unknown-dependency', { node: problem.dependency, who: list(problem.dependants), n: problem.dependants.length })
    case 'duplicate-producer':
      return say('graph.duplicate-producer', { output: problem.output, who: list(problem.producers) })
    case 'duplicate-id':
      return say('graph.duplicate-id', { n: problem.times, node: problem.id })
    case 'unreachable':
      return say('graph.unreachable', { node: problem.node, other: problem.waitsFor })
    case 'bad-value':
      return say('graph.bad-value', { field: problem.field, node: problem.node, must: problem.must })
    default:
      return assertNever(problem)
  }
}

function list(names: readonly string[]): Words[] {
  const shown = names.slice(0, NAMED).map((name) => (name === GIVEN ? say('graph.given') : say('graph.node', { node: name })))
  return names.length > NAMED ? [...shown, say('graph.others', { n: names.length - NAMED })] : shown
}
