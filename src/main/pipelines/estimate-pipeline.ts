import type { ModelRequest } from '../../shared/model.ts'
import type { Pipeline, Stage } from '../../shared/pipeline.ts'

/** What a call costs at most, in micro-dollars; null without a price. */
export type AtMost = (request: ModelRequest) => number | null

/**
 * What the prompts of a pipeline can cost at most, attempts and rounds counted. null where that is not known before it runs: a model
 * without a price, a preset, or a stage that is mapped over a list.
 */
export function estimatePipeline(pipeline: Pipeline, atMost: AtMost): number | null {
  return sum(pipeline.stages.map((stage) => stageAtMost(stage, pipeline, atMost)))
}

function stageAtMost(stage: Stage, pipeline: Pipeline, atMost: AtMost): number | null {
  const { processor } = stage
  if (processor.type === 'loop') {
    const round = sum(processor.body.map((inner) => stageAtMost(inner, pipeline, atMost)))
    return round === null ? null : round * processor.most
  }
  if (processor.type === 'pipeline') return null
  if (processor.type !== 'prompt') return 0
  const model = stage.model ?? (stage.preset ? undefined : pipeline.model)
  if (model === undefined || stage.over !== undefined) return null
  const micros = atMost({
    speaker: stage.id,
    model,
    fallbacks: [],
    turns: [{ role: 'user', parts: [{ type: 'text', text: processor.prompt }] }],
    tools: [],
    parameters: {},
    maxOutputTokens: processor.maxOutputTokens,
    sample: 0,
    timeoutMs: 180_000,
  })
  return micros === null ? null : micros * (stage.retry?.attempts ?? 1)
}

function sum(all: readonly (number | null)[]): number | null {
  return all.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0)
}
