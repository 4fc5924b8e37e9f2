import type { ModelRef } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import { Pipeline } from '../../shared/pipeline.ts'
import type { Runner } from '../kernel/runner.ts'
import type { Pipelines } from '../pipelines/pipelines.ts'
import { templateText } from './compile/template-text.ts'
import type { DraftingParts } from './drafting.ts'

export interface AskForDraftParts {
  readonly pipelines: Pipelines
  readonly runner: Runner
  /** Models of the default preset. */
  readonly members: () => readonly ModelRef[]
  readonly models: () => readonly ModelInfo[]
}

/** Asks the first real model of the default preset, in a run like any other; null where there is none or it gave no answer. */
export function askForDraft({ pipelines, runner, members, models }: AskForDraftParts): DraftingParts['ask'] {
  return async (system, prompt, signal) => {
    const real = new Map(models().flatMap((model) => (model.enabled && !model.simulated ? [[model.ref, model] as const] : [])))
    const model = members().find((ref) => real.has(ref))
    if (model === undefined) return null
    const processor = { type: 'prompt', system: templateText(system), prompt: templateText(prompt), maxOutputTokens: 16_000 }
    const pipeline = Pipeline.parse({ id: 'draft-phases', name: 'Draft phases', stages: [{ id: 'draft', processor, model }] })
    const { runId } = await pipelines.start({ pipeline })
    const stop = () => runner.stop(runId)
    signal?.addEventListener('abort', stop, { once: true })
    await runner.ended(runId)
    signal?.removeEventListener('abort', stop)
    signal?.throwIfAborted()
    const { outcome } = await runner.view(runId)
    return outcome === null ? null : { model: real.get(model)?.label ?? model, text: outcome.answer }
  }
}
