import type { Pipeline, PipelineCheck } from '../../shared/pipeline.ts'
import { inspectGraph } from '../kernel/dag/build.ts'
import { NODE_DEFAULTS } from '../kernel/dag/node.ts'
import { planGraph } from '../kernel/dag/plan.ts'
import { checkPipeline } from '../orchestrators/pipeline/check-pipeline.ts'
import type { ReadExpression } from '../orchestrators/pipeline/services.ts'
import { stageLinks } from '../orchestrators/pipeline/stage-links.ts'

/** What a pipeline would do: its problems, who waits for whom, how long it should take. */
export function planPipeline(pipeline: Pipeline, read: ReadExpression): PipelineCheck {
  const links = stageLinks(pipeline.stages, read)
  const known = new Set(pipeline.stages.map(({ id }) => id))
  const before = new Map([...links].map(([id, { reads, waitsFor }]) => [id, [...reads, ...waitsFor].filter((each) => known.has(each))]))
  const problems = checkPipeline(pipeline, read, links)
  const sequentialMs = pipeline.stages.reduce((sum, { expectedMs }) => sum + expectedMs, 0)
  const nodes = pipeline.stages.map(({ id, expectedMs }) => ({ ...NODE_DEFAULTS, id, expectedMs, dependsOn: before.get(id) ?? [] }))
  const { graph, problems: flaws } = inspectGraph(nodes, { given: [] })
  const { criticalPath, parallelMs } =
    flaws.length === 0 ? planGraph(graph, pipeline.limit) : { criticalPath: [], parallelMs: sequentialMs }
  return { problems, links: Object.fromEntries(before), criticalPath: [...criticalPath], expectedMs: parallelMs, sequentialMs }
}
