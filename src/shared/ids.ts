import { z } from 'zod'

const id = () => z.string().min(1).max(80)

export const RunId = id().brand<'RunId'>()
export type RunId = z.infer<typeof RunId>
export const ConversationId = id().brand<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>
export const MessageId = id().brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>
export const PresetId = id().brand<'PresetId'>()
export type PresetId = z.infer<typeof PresetId>
export const PipelineId = id().brand<'PipelineId'>()
export type PipelineId = z.infer<typeof PipelineId>
export const ExperimentId = id().brand<'ExperimentId'>()
export type ExperimentId = z.infer<typeof ExperimentId>
/** A provider entry of this installation: `openai`, `ollama`, or a name the user gave to a compatible endpoint. Never contains a slash. */
export const ProviderId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens.')
  .brand<'ProviderId'>()
export type ProviderId = z.infer<typeof ProviderId>

/** `provider/model`, for example `openai/gpt-5`. The model part may itself contain slashes (OpenRouter). */
export const ModelRef = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}\/\S{1,200}$/, 'Write a model as provider/model, for example openai/gpt-5.')
  .brand<'ModelRef'>()
export type ModelRef = z.infer<typeof ModelRef>

export function modelRef(provider: ProviderId, model: string): ModelRef {
  return ModelRef.parse(`${provider}/${model}`)
}

export function splitModelRef(ref: ModelRef): { provider: ProviderId; model: string } {
  const slash = ref.indexOf('/')
  return { provider: ProviderId.parse(ref.slice(0, slash)), model: ref.slice(slash + 1) }
}
