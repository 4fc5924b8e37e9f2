import type { Pipeline, PipelineProblem, Stage } from '../../../shared/pipeline.ts'
import { say, type Told } from '../../../shared/sentence.ts'
import { told } from '../../../shared/sentences/told.ts'
import { inspectGraph } from '../../kernel/dag/build.ts'
import { NODE_DEFAULTS } from '../../kernel/dag/node.ts'
import { describeProblem } from '../../kernel/dag/problem.ts'
import { expressionsOf } from './expressions-of.ts'
import type { ReadExpression } from './services.ts'
import { type StageLinks, stageLinks } from './stage-links.ts'

/** Everything in a pipeline that does not hold, in the order of its stages. Parses each expression, evaluates none. `links`: of its stages. */
export function checkPipeline(
  pipeline: Pipeline,
  read: ReadExpression,
  links: ReadonlyMap<string, StageLinks> = stageLinks(pipeline.stages, read),
): PipelineProblem[] {
  if (pipeline.stages.length === 0) {
    return [problem(null, 'stages', say('pipeline.empty'))]
  }
  const output = pipeline.output === undefined ? null : read(pipeline.output)
  const known = new Set(pipeline.stages.map(({ id }) => id))
  return [
    ...checkStages(pipeline.stages, read, new Set(), links),
    ...(output?.problem ? [problem(null, 'output', say('pipeline.no-expression', { why: output.problem }))] : []),
    ...[...(output?.stages ?? [])].filter((id) => !known.has(id)).map((id) => problem(null, 'output', missing(id, known))),
  ]
}

function checkStages(
  stages: readonly Stage[],
  read: ReadExpression,
  outer: ReadonlySet<string>,
  links: ReadonlyMap<string, StageLinks>,
): PipelineProblem[] {
  const known = new Set([...outer, ...stages.map(({ id }) => id)])
  const seen = new Set<string>()
  const own = stages.flatMap((stage) => {
    const twice = seen.has(stage.id) ? [problem(stage.id, 'id', say('pipeline.twice', { stage: stage.id }))] : []
    seen.add(stage.id)
    return [...twice, ...checkStage(stage, known, read)]
  })
  return own.length > 0 ? own : cycles(stages, links)
}

function checkStage(stage: Stage, known: ReadonlySet<string>, read: ReadExpression): PipelineProblem[] {
  const { id, processor } = stage
  const inner = processor.type === 'loop' ? new Set(processor.body.map((each) => each.id)) : new Set<string>()
  const expressions = expressionsOf(stage).flatMap(({ field, text }) => {
    const reading = read(text)
    if (reading.problem !== null) return [problem(id, field, say('pipeline.no-expression', { why: reading.problem }))]
    if (field.startsWith('processor.body.')) return []
    return [...(reading.stages ?? [])]
      .filter((name) => !known.has(name) && !inner.has(name))
      .map((name) => problem(id, field, missing(name, known)))
  })
  return [
    ...expressions,
    ...stage.after.filter((name) => !known.has(name)).map((name) => problem(id, 'after', missing(name, known))),
    ...(stage.model && stage.preset ? [problem(id, 'preset', say('pipeline.one-of-two'))] : []),
    ...(processor.type === 'loop' ? checkStages(processor.body, read, known, stageLinks(processor.body, read)) : []),
  ]
}

/** Cycles, with their whole path. */
function cycles(stages: readonly Stage[], links: ReadonlyMap<string, StageLinks>): PipelineProblem[] {
  const ids = new Set(stages.map(({ id }) => id))
  const nodes = stages.map(({ id }) => {
    const { reads = [], waitsFor = [] } = links.get(id) ?? {}
    return {
      ...NODE_DEFAULTS,
      id,
      outputs: [id],
      inputs: reads.filter((each) => ids.has(each)),
      dependsOn: waitsFor.filter((each) => ids.has(each)),
    }
  })
  return inspectGraph(nodes, { given: [] }).problems.map((each) => problem(null, 'stages', describeProblem(each)))
}

function problem(stage: string | null, field: string, message: Told): PipelineProblem {
  return { stage, field, level: 'error', ...told({ message }) }
}

function missing(name: string, known: ReadonlySet<string>): Told {
  return say('pipeline.no-stage', { stage: name, n: known.size, others: [...known].slice(0, 20) })
}
