import { z } from 'zod'
import type { Capability } from '../../../../shared/model.ts'
import type { ListedModel } from '../../adapter.ts'

const size = z.number().int().positive().nullish().catch(null)

/** OpenAI's entry with what OpenRouter, Groq, Mistral and vLLM add. */
const Entry = z.object({
  id: z.string(),
  name: z.string().nullish().catch(null),
  context_length: size,
  context_window: size,
  max_context_length: size,
  max_model_len: size,
  max_completion_tokens: size,
  top_provider: z.object({ max_completion_tokens: size }).nullish().catch(null),
  architecture: z
    .object({ input_modalities: z.array(z.string()) })
    .nullish()
    .catch(null),
  supported_parameters: z.array(z.string()).nullish().catch(null),
})

function capabilitiesOf(entry: Pick<z.infer<typeof Entry>, 'architecture' | 'supported_parameters'>): Capability[] | undefined {
  if (!entry.architecture || !entry.supported_parameters) return undefined
  const takes = entry.architecture.input_modalities
  const sets = entry.supported_parameters
  return [
    'text',
    ...(sets.includes('reasoning') ? (['reasoning'] as const) : []),
    ...(sets.includes('tools') ? (['tools'] as const) : []),
    ...(takes.includes('image') ? (['images'] as const) : []),
    ...(takes.includes('file') ? (['pdf'] as const) : []),
    ...(sets.includes('temperature') ? (['temperature'] as const) : []),
  ]
}

/** One entry of a list of models in OpenAI's form, with what the many servers add. Throws a ZodError where it has no id. */
export function listedModel(entry: unknown): ListedModel {
  const { id, name, ...model } = Entry.parse(entry)
  const contextWindow = model.context_length ?? model.context_window ?? model.max_context_length ?? model.max_model_len
  const maxOutput = model.max_completion_tokens ?? model.top_provider?.max_completion_tokens
  const capabilities = capabilitiesOf(model)
  return {
    id,
    ...(name && name !== id ? { label: name } : {}),
    ...(contextWindow ? { contextWindow } : {}),
    ...(maxOutput ? { maxOutput } : {}),
    ...(capabilities ? { capabilities } : {}),
  }
}
