import type { PipelineId, PresetId } from '../../../shared/ids.ts'
import type { AttachmentRef } from '../../../shared/model.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'
import type { OfferedTool, ToolPermission } from '../../../shared/tool.ts'
import type { RunContext } from '../../kernel/context.ts'

/** What an expression takes from where. */
export interface ExpressionReading {
  /** Ids of the stages whose values it reads; null where it reads `stages` as a whole. */
  readonly stages: ReadonlySet<string> | null
  /** Names that it reads first in a path. */
  readonly names: ReadonlySet<string>
  /** Why it is none; null: it is one. */
  readonly problem: string | null
}

/** Reads an expression without evaluating it. */
export type ReadExpression = (text: string) => ExpressionReading

export interface EvaluateRequest {
  readonly expressions: Readonly<Record<string, string>>
  readonly scope: Readonly<Record<string, unknown>>
  readonly now: number
  readonly random: number
  readonly timeMs: number
}

export interface CodeRequest {
  readonly source: string
  readonly input: unknown
  readonly timeMs: number
  readonly memoryMb: number
}

/** Where what a person or a model wrote is run, away from everything else. */
export interface Computing {
  evaluate(request: EvaluateRequest, signal: AbortSignal): Promise<Record<string, unknown>>
  /** What does not fit, in sentences. */
  validate(
    request: { readonly schema: Readonly<Record<string, unknown>>; readonly value: unknown; readonly timeMs: number },
    signal: AbortSignal,
  ): Promise<string[]>
  code(request: CodeRequest, signal: AbortSignal): Promise<unknown>
}

/** An agent of the library, as a stage needs it. */
export interface StageAgent {
  readonly instructions: string
  readonly tools: readonly string[]
  readonly model: string | null
}

/** A question for a preset: its members answer as the preset says. */
export interface PresetQuestion {
  /** null: the app's default. */
  readonly presetId: PresetId | null
  readonly system: string
  readonly prompt: string
  readonly attachments: readonly AttachmentRef[]
  /** Unique within the run: the members' ids begin with it. */
  readonly speaker: string
  /** What the members are called by, beside their models. */
  readonly label: string
  /** What members may call beside the preset's own tools. */
  readonly tools: readonly OfferedTool[]
}

/** Results of earlier runs, by key. */
export interface ResultCache {
  get(key: string): unknown
  set(key: string, value: unknown, ttlMs: number): void
}

/** All that a pipeline needs beside its run context. */
export interface PipelineServices {
  readonly computing: Computing
  readonly reader: () => Promise<ReadExpression>
  readonly cache: ResultCache
  /** In [0, 1): spreads retries. */
  random(): number
  /** Throws `not-found`. */
  pipeline(id: PipelineId): Pipeline
  /** Throws `not-found`. The library may still have to be read. */
  agent(name: string): StageAgent | Promise<StageAgent>
  /** Those of these that may be called and lack nothing. Throws `not-found` for a name that is none. */
  offer(names: readonly string[]): OfferedTool[]
  permission(tool: string): ToolPermission
  askPreset(ctx: RunContext, question: PresetQuestion): Promise<string>
}
