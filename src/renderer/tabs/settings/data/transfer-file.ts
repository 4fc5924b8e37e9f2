import type { HeldFile } from '../../../../shared/data.ts'
import { downloadFile, type FileSource } from '../../../../shared/data-transfer.ts'
import { base64Of } from '../../../state/base64-of.ts'
import type { Client } from '../../../state/client.ts'
import { saveFile } from '../../../state/save-file.ts'

/** A file of this computer, to be handed to the core piece by piece. */
export function sourceOf(file: File): FileSource {
  return { name: file.name, bytes: file.size, read: async (offset, length) => base64Of(file.slice(offset, offset + length)) }
}

/** Reads a file from the core and hands it to the browser, which keeps it where it keeps downloads. */
export async function saveHeldFile(client: Client, file: HeldFile, signal: AbortSignal, onBytes: (done: number) => void): Promise<void> {
  // A list of blobs lies on the disk; one array of bytes would lie in memory.
  const pieces: Blob[] = []
  let done = 0
  for await (const base64 of downloadFile(client.data, file, signal)) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    pieces.push(new Blob([bytes]))
    done += bytes.byteLength
    onBytes(done)
  }
  saveFile(file.name, new Blob(pieces, { type: file.mediaType }), file.mediaType)
}
