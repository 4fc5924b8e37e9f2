import type { Pipeline, PipelineCheck, PipelineProblem, Stage } from '../../../../shared/pipeline.ts'

/** Problems by the stage of the graph at which they are shown; those of a round of a loop stand at the loop. */
export function problemsByStage(pipeline: Pipeline, check: PipelineCheck | null): ReadonlyMap<string, readonly PipelineProblem[]> {
  const owners = new Map(pipeline.stages.flatMap((stage) => idsWithin(stage).map((id) => [id, stage.id])))
  const found = new Map<string, PipelineProblem[]>()
  for (const problem of check?.problems ?? []) {
    const owner = problem.stage === null ? undefined : owners.get(problem.stage)
    if (owner !== undefined) found.set(owner, [...(found.get(owner) ?? []), problem])
  }
  return found
}

/** A stage of the graph wins over one of the same name within a loop. */
function idsWithin(stage: Stage): readonly string[] {
  const inner = stage.processor.type === 'loop' ? stage.processor.body.flatMap(idsWithin) : []
  return [...inner, stage.id]
}

/** What is wrong with a field; null where nothing is. `field` as the check names it: "input.text", "processor.prompt". */
export function problemAt(check: PipelineCheck | null, stage: string | null, field: string): string | null {
  return check?.problems.find((problem) => problem.stage === stage && problem.field === field)?.message ?? null
}
