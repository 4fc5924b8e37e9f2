import type { PipelineCheck, Stage } from '../../../../shared/pipeline.ts'

/** By stage, what it waits for: as the check says; of a stage that it does not know yet, what its plain inputs and waits name. */
export function linksOf(stages: readonly Stage[], check: PipelineCheck | null): PipelineCheck['links'] {
  return Object.fromEntries(stages.map((stage) => [stage.id, check?.links[stage.id] ?? plainLinks(stage)]))
}

function plainLinks({ input, after }: Stage): string[] {
  const read = Object.values(input).flatMap((text) => /^stages\.([a-z][a-z0-9_]*)$/.exec(text)?.[1] ?? [])
  return [...new Set([...read, ...after])]
}
