import type { Estimate } from '../../shared/conversation.ts'
import type { PresetId } from '../../shared/ids.ts'
import { type AttachmentRef, ModelRequest, userTurn } from '../../shared/model.ts'
import type { Pipeline, Stage } from '../../shared/pipeline.ts'
import type { CallCost } from '../conversations/estimate.ts'
import { MOST_CALLS } from '../orchestrators/ask-with-tools.ts'
import { readsInput } from '../orchestrators/pipeline/attached-files.ts'
import type { PresetQuestion, ReadExpression, StageAgent } from '../orchestrators/pipeline/services.ts'
import { type Lengths, typicalLengths, withLengths, worstLengths } from './prompt-lengths.ts'

/** What calls cost at the moment. */
export interface PipelineCosting {
  readonly read: ReadExpression
  /** null without a price. */
  readonly cost: (request: ModelRequest) => CallCost | null
  /** Of all that a preset asks; null where that cannot be told. */
  readonly preset: (question: PricedQuestion) => Pick<Estimate, 'aboutMicros' | 'atMostMicros' | 'noPrice'> | null
  /** By name, those of its stages. */
  readonly agents: ReadonlyMap<string, StageAgent>
}

/** A question to a preset, with the names of tools that the stage hands it. */
export type PricedQuestion = Omit<PresetQuestion, 'label' | 'tools'> & { readonly tools: readonly string[] }

/** What the pipeline is given, as far as it is known. */
export interface PipelineGiven {
  readonly text: string
  readonly attachments: readonly AttachmentRef[]
}

export interface PipelineEstimate {
  readonly aboutMicros: number
  /** null where it is not known before it runs: a stage is mapped over a list, calls another pipeline, or asks a preset that is not there. */
  readonly atMostMicros: number | null
  /** Models without a price. */
  readonly noPrice: readonly string[]
}

const NOTHING: PipelineEstimate = { aboutMicros: 0, atMostMicros: 0, noPrice: [] }

/**
 * What the prompts of a pipeline cost, attempts and rounds counted. `aboutMicros` takes each stage as asked once, with answers of usual
 * length handed on; `atMostMicros` all attempts and rounds, with the longest answers.
 */
export function estimatePipeline(pipeline: Pipeline, given: PipelineGiven, costing: PipelineCosting): PipelineEstimate {
  const usual = typicalLengths(pipeline.stages, given.text, costing.read)
  const worst = worstLengths(pipeline.stages, given.text, costing.read)
  return sum(pipeline.stages.map((stage) => stageEstimate(stage, { pipeline, given, costing, usual, worst })))
}

/** A pipeline's stages with those within its loops. */
export function everyStage(stages: readonly Stage[]): Stage[] {
  return stages.flatMap((stage) => [stage, ...(stage.processor.type === 'loop' ? everyStage(stage.processor.body) : [])])
}

/** The preset that a stage asks, null within it for the app's default; null where it asks a model or nobody. */
export function presetAsked(
  { processor, model, preset }: Stage,
  pipeline: Pipeline,
  agent: StageAgent | undefined,
): { readonly id: PresetId | null } | null {
  if (processor.type !== 'prompt' || model !== undefined) return null
  if (preset !== undefined) return { id: preset }
  return (agent?.model ?? pipeline.model) == null ? { id: pipeline.preset ?? null } : null
}

interface Ground {
  readonly pipeline: Pipeline
  readonly given: PipelineGiven
  readonly costing: PipelineCosting
  readonly usual: Lengths
  readonly worst: Lengths
}

function stageEstimate(stage: Stage, ground: Ground): PipelineEstimate {
  const { processor } = stage
  if (processor.type === 'loop') {
    const round = sum(processor.body.map((inner) => stageEstimate(inner, ground)))
    return { ...round, atMostMicros: round.atMostMicros === null ? null : round.atMostMicros * processor.most }
  }
  if (processor.type === 'pipeline') return { ...NOTHING, atMostMicros: null }
  if (processor.type !== 'prompt') return NOTHING
  const once = promptEstimate(stage, processor, ground)
  const attempts = stage.retry?.attempts ?? 1
  return { ...once, atMostMicros: stage.over !== undefined || once.atMostMicros === null ? null : once.atMostMicros * attempts }
}

function promptEstimate(
  stage: Stage,
  { prompt, system, maxOutputTokens }: Extract<Stage['processor'], { type: 'prompt' }>,
  { pipeline, given, costing, usual, worst }: Ground,
): PipelineEstimate {
  const { read, cost } = costing
  const agent = costing.agents.get(stage.agent ?? '')
  const asked = presetAsked(stage, pipeline, agent)
  const tools = [...new Set([...stage.tools, ...(agent?.tools ?? [])])]
  const said = system ?? agent?.instructions ?? ''
  const attachments = readsInput(stage, read) ? given.attachments : []
  if (asked !== null) {
    const question = (lengths: Lengths): PricedQuestion => {
      return { presetId: asked.id, system: said, prompt: withLengths(prompt, lengths, read), attachments, speaker: stage.id, tools }
    }
    const about = costing.preset(question(usual))
    const most = costing.preset(question(worst))
    return { aboutMicros: about?.aboutMicros ?? 0, atMostMicros: most?.atMostMicros ?? null, noPrice: about?.noPrice ?? [] }
  }
  const model = stage.model ?? agent?.model ?? pipeline.model
  const costOf = (lengths: Lengths) => {
    const turns = [userTurn(withLengths(prompt, lengths, read), attachments)]
    return cost(ModelRequest.parse({ speaker: stage.id, model, system: said, turns, maxOutputTokens }))
  }
  const [about, most] = [costOf(usual), costOf(worst)]
  if (about === null || most === null) return { ...NOTHING, noPrice: [String(model)] }
  return { aboutMicros: about.aboutMicros, atMostMicros: most.atMostMicros * (tools.length > 0 ? MOST_CALLS : 1), noPrice: [] }
}

function sum(all: readonly PipelineEstimate[]): PipelineEstimate {
  return all.reduce(
    (total, each) => ({
      aboutMicros: total.aboutMicros + each.aboutMicros,
      atMostMicros: total.atMostMicros === null || each.atMostMicros === null ? null : total.atMostMicros + each.atMostMicros,
      noPrice: [...new Set([...total.noPrice, ...each.noPrice])],
    }),
    NOTHING,
  )
}
