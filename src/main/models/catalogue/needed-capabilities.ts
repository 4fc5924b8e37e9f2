import type { Capability, ModelRequest } from '../../../shared/model.ts'
import { attachmentKind } from '../translate/attachment-kind.ts'

/** What a model must be able to do to take this request. */
export function neededCapabilities({ turns, tools }: Pick<ModelRequest, 'turns' | 'tools'>): Capability[] {
  const kinds = new Set(
    turns.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'attachment' ? [attachmentKind(part.attachment)] : []))),
  )
  return [
    ...(kinds.has('image') ? (['images'] as const) : []),
    ...(kinds.has('pdf') ? (['pdf'] as const) : []),
    ...(tools.length > 0 ? (['tools'] as const) : []),
  ]
}
