import { MAX_ATTACHMENT_BYTES } from '../../shared/limits.ts'
import type { AttachmentRef } from '../../shared/model.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'

export interface AttachmentRepository {
  add(name: string, mediaType: string, bytes: Uint8Array): Promise<AttachmentRef>
  read(id: string): Promise<Uint8Array>
}

/** What members can be shown: images that all vendors take, PDF, and anything that is text. */
const TAKEN = /^(image\/(png|jpeg|gif|webp)|application\/(pdf|json|xml|x-yaml|yaml|javascript|typescript|x-sh|sql)|text\/.+)$/

/** Files on their way from a page to the data folder and back. */
export class Attachments {
  readonly #repository: AttachmentRepository

  constructor(repository: AttachmentRepository) {
    this.#repository = repository
  }

  /** Refuses what no member could read, with what can be done instead. */
  async add({ name, mediaType, base64 }: { name: string; mediaType: string; base64: string }): Promise<AttachmentRef> {
    if (!TAKEN.test(mediaType)) {
      throw failure('invalid-input', say('refused.file-type', { file: name, type: mediaType || '?' }), {
        data: { field: 'mediaType', value: mediaType },
      })
    }
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.byteLength === 0) throw failure('invalid-input', say('refused.file-empty', { file: name }))
    if (bytes.byteLength > MAX_ATTACHMENT_BYTES) {
      const most = MAX_ATTACHMENT_BYTES / 1024 / 1024
      throw failure('invalid-input', say('refused.file-size', { file: name, size: bytes.byteLength / 1024 / 1024, most }))
    }
    return this.#repository.add(name, mediaType, bytes)
  }

  async get(id: string): Promise<{ base64: string }> {
    return { base64: Buffer.from(await this.#repository.read(id)).toString('base64') }
  }
}
