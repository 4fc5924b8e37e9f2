import type { AttachmentRef, ModelInfo } from '../../../../shared/model.ts'

/** A member that the next message goes to, and what its model can take. */
export type Reader = {
  readonly id: string
  readonly number: number
  readonly label: string
  readonly capabilities: ModelInfo['capabilities'] | null
}

/** Who can read a file; `off`: cannot. Text is for everybody, and of a model that is not known nothing is said. */
export function reading(file: AttachmentRef, readers: readonly Reader[]): (Reader & { readonly off: boolean })[] {
  const needed = file.mediaType.startsWith('image/') ? 'images' : file.mediaType === 'application/pdf' ? 'pdf' : null
  return readers.map((reader) => ({
    ...reader,
    off: needed !== null && reader.capabilities !== null && !reader.capabilities.includes(needed),
  }))
}
