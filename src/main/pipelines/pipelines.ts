import type { Estimate } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, type MessageId, type ModelRef, type PipelineId, type PresetId, RunId } from '../../shared/ids.ts'
import type { AttachmentRef } from '../../shared/model.ts'
import type { Pipeline, PipelineCheck, PipelineSummary, Stage } from '../../shared/pipeline.ts'
import type { PresetView } from '../../shared/preset.ts'
import type { RunEvent } from '../../shared/run.ts'
import { estimate } from '../conversations/estimate.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal, RunRecord } from '../kernel/journal.ts'
import type { Runner } from '../kernel/runner.ts'
import type { ReadExpression, StageAgent } from '../orchestrators/pipeline/services.ts'
import { textOf } from '../orchestrators/pipeline/template.ts'
import { type PresetPlanning, planPresetQuestion } from './ask-preset.ts'
import { estimatePipeline, everyStage, type PipelineEstimate, type PricedQuestion, presetAsked } from './estimate-pipeline.ts'
import { planPipeline } from './plan-pipeline.ts'

/** Where pipelines are kept. */
export interface PipelineRepository {
  pipelines(): Promise<Pipeline[]>
  savePipeline(pipeline: Pipeline): Promise<void>
  removePipeline(id: PipelineId): Promise<void>
}

export interface PipelinesParts extends PresetPlanning {
  readonly repository: PipelineRepository
  /** Those that ship with the app. */
  readonly builtIn: readonly Pipeline[]
  readonly runner: Runner
  readonly journal: Journal
  readonly clock: Clock
  readonly appVersion: string
  readonly reader: () => Promise<ReadExpression>
  /** Throws `not-found`. */
  readonly agent: (name: string) => Promise<StageAgent>
  /** Makes prices ready where these models may have one. */
  readonly prepare: (models: readonly ModelRef[]) => Promise<void>
  /** Called with the whole list at every change. */
  readonly onChange: (pipelines: readonly PipelineSummary[]) => void
}

export interface StartPipeline {
  readonly pipeline: Pipeline
  readonly input?: unknown
  readonly vars?: Record<string, unknown>
  /** Files that came with the input. */
  readonly attachments?: readonly AttachmentRef[]
  readonly budgetMicros?: number | null
  readonly allowNoPrice?: boolean
  readonly conversationId?: ConversationId | null
  /** The message that the run answers, and how it is stored together with the run. */
  readonly turn?: { readonly messageId: MessageId; readonly store: (run: RunRecord, events: readonly RunEvent[]) => Promise<void> }
}

/** Saved pipelines, and runs of them. */
export class Pipelines {
  readonly #parts: PipelinesParts
  readonly #saved: Map<PipelineId, Pipeline>

  private constructor(parts: PipelinesParts, saved: readonly Pipeline[]) {
    this.#parts = parts
    this.#saved = new Map(saved.map((pipeline) => [pipeline.id, pipeline]))
  }

  static async load(parts: PipelinesParts): Promise<Pipelines> {
    return new Pipelines(parts, await parts.repository.pipelines())
  }

  /** The user's own first, then those that ship with the app and were not changed. */
  list(): PipelineSummary[] {
    const own = [...this.#saved.values()].map((pipeline) => summaryOf(pipeline, false))
    return [...own, ...this.#parts.builtIn.filter(({ id }) => !this.#saved.has(id)).map((pipeline) => summaryOf(pipeline, true))]
  }

  /** Throws `not-found`. */
  get(id: PipelineId): Pipeline {
    const found = this.#saved.get(id) ?? this.#parts.builtIn.find((pipeline) => pipeline.id === id)
    if (!found) throw new TuttiError('not-found', `There is no pipeline “${id}”. It may have been removed.`)
    return found
  }

  async save(pipeline: Pipeline): Promise<PipelineSummary> {
    await this.#parts.repository.savePipeline(pipeline)
    this.#saved.set(pipeline.id, pipeline)
    this.#parts.onChange(this.list())
    return summaryOf(pipeline, false)
  }

  /** One that ships with the app comes back as it was shipped. */
  async remove(id: PipelineId): Promise<void> {
    await this.#parts.repository.removePipeline(id)
    this.#saved.delete(id)
    this.#parts.onChange(this.list())
  }

  async check(pipeline: Pipeline): Promise<PipelineCheck> {
    return planPipeline(pipeline, await this.#parts.reader())
  }

  /** What one run with this input costs, about and at most. */
  async estimate(pipeline: Pipeline, given: Pick<StartPipeline, 'input' | 'attachments'> = {}): Promise<PipelineEstimate> {
    const { reader, cost, prepare } = this.#parts
    const asked = everyStage(pipeline.stages)
    const agents = await this.#agentsOf(asked)
    const presets = asked.flatMap((stage) => presetAsked(stage, pipeline, agents.get(stage.agent ?? '')) ?? [])
    const seats = presets.flatMap(({ id }) => this.#seatsOf(id))
    await prepare(seats.flatMap(({ model, fallbacks }) => [model, ...fallbacks]))
    return estimatePipeline(
      pipeline,
      { text: textOf(given.input), attachments: given.attachments ?? [] },
      { read: await reader(), cost, agents, preset: (question) => this.#priceOf(question) },
    )
  }

  /** Nobody where there is no such preset: its stage says so when it runs. */
  #seatsOf(id: PresetId | null): PresetView['asked'] {
    const { preset, defaultPreset } = this.#parts
    try {
      return preset(id ?? defaultPreset()).asked
    } catch {
      return []
    }
  }

  #priceOf({ tools, ...question }: PricedQuestion): Estimate | null {
    if (this.#seatsOf(question.presetId).length === 0) return null
    const limits = { budgetMicros: null, allowNoPrice: false }
    const offered = this.#parts.offer?.(tools) ?? []
    return estimate(planPresetQuestion(this.#parts, { ...question, tools: offered }, limits).input, this.#parts)
  }

  /** Those that there are. */
  async #agentsOf(stages: readonly Stage[]): Promise<Map<string, StageAgent>> {
    const agents = new Map<string, StageAgent>()
    for (const name of new Set(stages.flatMap(({ agent }) => agent ?? []))) {
      const agent = await this.#parts.agent(name).catch(() => null)
      if (agent !== null) agents.set(name, agent)
    }
    return agents
  }

  /** Starts a run of the pipeline as it stands. Throws `invalid-input` with its first problem. */
  async start({ pipeline, input = null, vars = {}, attachments = [], turn, ...asked }: StartPipeline): Promise<{ runId: RunId }> {
    const { clock, runner, journal, ledger, appVersion } = this.#parts
    const { problems } = await this.check(pipeline)
    const [problem] = problems.filter(({ level }) => level === 'error')
    if (problem) {
      const field = [problem.stage, problem.field].filter(Boolean).join('.')
      throw new TuttiError('invalid-input', `“${pipeline.name}” cannot run. ${field}: ${problem.message}`, { data: { field } })
    }
    const budgetMicros = asked.budgetMicros ?? null
    const { atMostMicros, noPrice } = await this.estimate(pipeline, { input, attachments })
    const record: RunRecord = {
      id: RunId.parse(clock.id()),
      parentId: null,
      forkOf: null,
      orchestrator: 'pipeline',
      orchestratorVersion: 1,
      appVersion,
      seed: clock.id(),
      input: { pipeline, input, vars, ...(attachments.length > 0 ? { attachments } : {}) },
      state: 'running',
      title: pipeline.name,
      budgetMicros,
      allowNoPrice: asked.allowNoPrice ?? false,
      conversationId: asked.conversationId ?? null,
      messageId: turn?.messageId ?? null,
      startedAt: clock.now(),
    }
    await runner.start({
      record,
      started: {
        type: 'run-started',
        conversationId: record.conversationId,
        messageId: record.messageId,
        title: record.title,
        presetId: null,
        // In a chat the command stands where else the preset's name does.
        presetName: turn ? pipeline.name : '',
        strategy: null,
        speakers: [],
        budgetMicros: ledger.runLimit(budgetMicros),
        ...(atMostMicros === null || noPrice.length > 0 ? {} : { atMostMicros }),
      },
      store: ({ events }) => (turn ? turn.store(record, events) : journal.createRun(record, events)),
    })
    return { runId: record.id }
  }
}

function summaryOf({ id, name, description, stages }: Pipeline, builtIn: boolean): PipelineSummary {
  return { id, name, description, stages: stages.length, builtIn }
}
