import type { z } from 'zod'
import type { Pipeline } from '../../../shared/pipeline.ts'
import type { StrategyId } from '../../../shared/preset.ts'
import type { EngineOptions } from './engine-options.ts'
import type { EngineResult } from './engine-result.ts'

export interface ExecuteOptions {
  /** Stops the run and every call of it. */
  readonly signal?: AbortSignal
  /** The most that the run may cost, in dollars. */
  readonly budgetDollars?: number
}

/** Asks several models at once, in one of five ways. */
export interface AdvancedEngine {
  /** How questions are answered from now on; "auto" chooses for each question. */
  setStrategy(strategy: StrategyId | 'auto'): void
  /** Who is asked from now on, by model; none: chosen from the models that are on. */
  setMembers(models: readonly string[]): Promise<void>
  /** `context`: what the members should know besides; text, or anything that can be written as JSON. */
  execute(request: string, context?: unknown, options?: ExecuteOptions): Promise<EngineResult>
}

/** Saved pipelines. */
export interface PipelinesEngine {
  /** Saves a pipeline; throws with the fields that do not hold. */
  save(pipeline: z.input<typeof Pipeline>): Promise<void>
  execute(id: string, input?: unknown, vars?: Readonly<Record<string, unknown>>, options?: ExecuteOptions): Promise<EngineResult>
}

/** One step of a simple pipeline: who does it, and what. */
export interface PipelineStep {
  /** `provider/model`, a model's id, or the beginning of one. */
  readonly model: string
  /** "analysis", "synthesis", "validation", "summary", "translation", "review", or what is to be done in words. */
  readonly task: string
}

export interface EnginePipeline {
  execute(input: unknown, options?: ExecuteOptions): Promise<EngineResult>
}

/** Tutti without a window. */
export interface Engine {
  readonly advanced: AdvancedEngine
  readonly pipelines: PipelinesEngine
  /** Steps one after the other; each sees the input and what all before it gave. */
  createPipeline(steps: readonly PipelineStep[]): Promise<EnginePipeline>
  /** Ends the engine; runs that go on are taken up by the next one on the same data folder. */
  close(): Promise<void>
}

/** Opens an engine. Throws a TuttiError where the data folder cannot be used or a provider does not answer. */
export type CreateEngine = (options?: EngineOptions) => Promise<Engine>
