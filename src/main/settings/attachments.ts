import { TuttiError } from '../../shared/errors.ts'
import { MAX_ATTACHMENT_BYTES } from '../../shared/limits.ts'
import type { AttachmentRef } from '../../shared/model.ts'

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
      throw new TuttiError('invalid-input', `“${name}” is of type ${mediaType || 'unknown'}. Attach PNG, JPEG, GIF, WebP, PDF or text.`, {
        data: { field: 'mediaType', value: mediaType },
      })
    }
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.byteLength === 0) throw new TuttiError('invalid-input', `“${name}” is empty. Choose a file with content.`)
    if (bytes.byteLength > MAX_ATTACHMENT_BYTES) {
      const size = (bytes.byteLength / 1024 / 1024).toFixed(1)
      throw new TuttiError(
        'invalid-input',
        `“${name}” has ${size} MB; at most ${MAX_ATTACHMENT_BYTES / 1024 / 1024} MB can be attached. Shorten or split it.`,
      )
    }
    return this.#repository.add(name, mediaType, bytes)
  }

  async get(id: string): Promise<{ base64: string }> {
    return { base64: Buffer.from(await this.#repository.read(id)).toString('base64') }
  }
}
