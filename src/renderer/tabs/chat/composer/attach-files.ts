import { formatBytes } from '../../../../shared/format.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../../shared/limits.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { callError } from '../../../state/call-error.ts'
import type { Client } from '../../../state/client.ts'

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Longer pastes become a file. */
export const LONG_PASTE_CHARACTERS = 20_000
export const MAX_FILES = 20

/** The media type under which a file is sent: image, PDF or text; null for anything else. */
export async function mediaTypeOf(file: File): Promise<string | null> {
  if (IMAGES.has(file.type) || file.type === 'application/pdf') return file.type
  if (file.type.startsWith('image/') || file.type.startsWith('audio/') || file.type.startsWith('video/')) return null
  // Source code and notes often come without a type, or with a wrong one: text is what holds no zero byte.
  const start = new Uint8Array(await file.slice(0, 4_096).arrayBuffer())
  if (start.includes(0)) return null
  return file.type.startsWith('text/') ? file.type : 'text/plain'
}

type AttachOptions = { readonly signal: AbortSignal; readonly onProgress: (share: number | null) => void }

/** Hands a file to the core; throws a sentence that says what is wrong with it, or the signal's reason. */
export async function attachFile(client: Client, file: File, { signal, onProgress }: AttachOptions): Promise<AttachmentRef> {
  if (file.size === 0) throw new Error(m.chat.fileEmpty(file.name))
  if (file.size > MAX_ATTACHMENT_BYTES) throw new Error(m.chat.fileTooBig(file.name, formatBytes(file.size)))
  const mediaType = await mediaTypeOf(file)
  if (mediaType === null) throw new Error(m.chat.fileKind(file.name))
  const base64 = await readBase64(file, signal, onProgress)
  onProgress(null)
  try {
    return await client.attachments.add({ name: file.name.slice(-255), mediaType, base64 }, { signal })
  } catch (thrown) {
    signal.throwIfAborted()
    throw new Error(m.chat.attachFailed(file.name, callError(thrown).message))
  }
}

function readBase64(file: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    const stop = () => {
      reader.abort()
      reject(signal.reason)
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
