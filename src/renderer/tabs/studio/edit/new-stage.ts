import { assertNever } from '../../../../shared/errors.ts'
import { PipelineId } from '../../../../shared/ids.ts'
import { type Pipeline, type Processor, Stage } from '../../../../shared/pipeline.ts'
import type { StageType } from '../stages/stage-kind.ts'

/** What a new stage starts with. */
export type NewStage = {
  readonly type: StageType
  /** The stage whose value it reads at first. */
  readonly after: string | null
  readonly at?: { readonly x: number; readonly y: number }
  readonly tool: string
  /** Of another pipeline, which it calls. */
  readonly pipeline: string
  readonly question: string
}

/** The pipeline with a stage more, at its end; it runs as soon as what it reads is there. */
export function addStage(pipeline: Pipeline, asked: NewStage): { readonly pipeline: Pipeline; readonly id: string } {
  const id = freeId(asked.type, pipeline.stages)
  const stage = Stage.parse({
    id,
    processor: newProcessor(asked),
    parallel: true,
    ...(asked.after === null ? {} : { input: { [asked.after]: `stages.${asked.after}` } }),
    ...(asked.at === undefined ? {} : { at: asked.at }),
  })
  return { pipeline: { ...pipeline, stages: [...pipeline.stages, stage] }, id }
}

/** `wanted`, or with the first number that is free. */
export function freeId(wanted: string, stages: readonly Pick<Stage, 'id'>[]): string {
  const taken = new Set(stages.map(({ id }) => id))
  if (!taken.has(wanted)) return wanted
  const base = wanted.replace(/_\d+$/, '').slice(0, 54)
  for (let number = 2; ; number += 1) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`
}

/** A processor that says something sensible until it is filled in. */
export function newProcessor({ type, after, tool, pipeline, question }: Omit<NewStage, 'at'>): Processor {
  const value = after ?? 'input'
  switch (type) {
    case 'prompt':
      return { type, prompt: `{{ ${value} }}`, output: 'text', maxOutputTokens: 2048 }
    case 'tool':
      return { type, tool, arguments: tool === 'calculator' ? { expression: value } : {} }
    case 'pipeline':
      return { type, pipeline: PipelineId.parse(pipeline), vars: {} }
    case 'transform':
      return { type, expression: value }
    case 'validate':
      return { type, value, schema: { type: 'object' } }
    case 'branch':
      return { type, cases: [{ name: 'yes', when: `$exists(${value})` }], otherwise: 'no' }
    case 'loop':
      return {
        type,
        body: [Stage.parse({ id: 'step', processor: { type: 'transform', expression: 'round' } })],
        until: 'round >= 3',
        most: 10,
      }
    case 'ask':
      return { type, question, options: [] }
    case 'code':
      return { type, source: 'return input', timeMs: 1_000, memoryMb: 16 }
    default:
      return assertNever(type)
  }
}
