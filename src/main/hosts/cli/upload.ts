import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { uploadFile } from '../../../shared/data-transfer.ts'
import { TuttiError } from '../../../shared/errors.ts'
import type { CoreClient } from '../core/core-connection.ts'

/** Hands a file to the core, in pieces; returns what the core calls it. */
export async function upload(
  { client, interrupted }: { readonly client: CoreClient; readonly interrupted: AbortSignal },
  path: string,
): Promise<string> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new TuttiError('not-found', `${path} cannot be read. Check its name and who may read it.`, { cause })
  })
  try {
    const { size } = await file.stat()
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(length, size - offset)), 0, null, offset)
      return buffer.toString('base64', 0, bytesRead)
    }
    return await uploadFile(client.data, { name: basename(path), bytes: size, read }, interrupted, () => undefined)
  } finally {
    await file.close()
  }
}
