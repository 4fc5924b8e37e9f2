import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, type MessageId, type PipelineId, RunId } from '../../shared/ids.ts'
import type { ModelRequest } from '../../shared/model.ts'
import type { Pipeline, PipelineCheck, PipelineSummary } from '../../shared/pipeline.ts'
import type { RunEvent } from '../../shared/run.ts'
import type { Ledger } from '../kernel/budget.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal, RunRecord } from '../kernel/journal.ts'
import type { Runner } from '../kernel/runner.ts'
import type { ReadExpression } from '../orchestrators/pipeline/services.ts'
import { estimatePipeline } from './estimate-pipeline.ts'
import { planPipeline } from './plan-pipeline.ts'

/** Where pipelines are kept. */
export interface PipelineRepository {
  pipelines(): Promise<Pipeline[]>
  savePipeline(pipeline: Pipeline): Promise<void>
  removePipeline(id: PipelineId): Promise<void>
}

export interface PipelinesParts {
  readonly repository: PipelineRepository
  /** Those that ship with the app. */
  readonly builtIn: readonly Pipeline[]
  readonly runner: Runner
  readonly journal: Journal
  readonly clock: Clock
  readonly ledger: Ledger
  readonly appVersion: string
  readonly reader: () => Promise<ReadExpression>
  readonly cost: (request: ModelRequest) => { readonly atMostMicros: number } | null
  /** Called with the whole list at every change. */
  readonly onChange: (pipelines: readonly PipelineSummary[]) => void
}

export interface StartPipeline {
  readonly pipeline: Pipeline
  readonly input?: unknown
  readonly vars?: Record<string, unknown>
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

  /** What one run can cost at most; null where that is not known before. */
  estimate(pipeline: Pipeline): number | null {
    return estimatePipeline(pipeline, (request) => this.#parts.cost(request)?.atMostMicros ?? null)
  }

  /** Starts a run of the pipeline as it stands. Throws `invalid-input` with its first problem. */
  async start({ pipeline, input = null, vars = {}, turn, ...asked }: StartPipeline): Promise<{ runId: RunId }> {
    const { clock, runner, journal, ledger, appVersion } = this.#parts
    const { problems } = await this.check(pipeline)
    const [problem] = problems.filter(({ level }) => level === 'error')
    if (problem) {
      const field = [problem.stage, problem.field].filter(Boolean).join('.')
      throw new TuttiError('invalid-input', `“${pipeline.name}” cannot run. ${field}: ${problem.message}`, { data: { field } })
    }
    const budgetMicros = asked.budgetMicros ?? null
    const atMostMicros = this.estimate(pipeline)
    const record: RunRecord = {
      id: RunId.parse(clock.id()),
      parentId: null,
      forkOf: null,
      orchestrator: 'pipeline',
      orchestratorVersion: 1,
      appVersion,
      seed: clock.id(),
      input: { pipeline, input, vars },
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
        ...(atMostMicros === null ? {} : { atMostMicros }),
      },
      store: ({ events }) => (turn ? turn.store(record, events) : journal.createRun(record, events)),
    })
    return { runId: record.id }
  }
}

function summaryOf({ id, name, description, stages }: Pipeline, builtIn: boolean): PipelineSummary {
  return { id, name, description, stages: stages.length, builtIn }
}
