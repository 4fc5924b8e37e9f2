import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { type App, createApp } from '../../../src/main/app.ts'
import type { DataTask, HeldFile } from '../../../src/shared/data.ts'
import { downloadFile, followTask, uploadFile } from '../../../src/shared/data-transfer.ts'
import { temporaryFolder } from '../../store/fixtures.ts'

const UNSTOPPED = new AbortController().signal

/** A core on a data folder of its own, and what a page does with it. */
export async function openData(home = temporaryFolder()) {
  const restarted = Promise.withResolvers<void>()
  const app: App = await createApp({ home, env: {}, restart: restarted.resolve })
  let open = true
  const close = async () => {
    if (open) await app.close()
    open = false
  }
  onTestFinished(close)
  const client = createRouterClient(app.router)
  const follow = (taskId: string): Promise<DataTask> => followTask(client.data, taskId, UNSTOPPED, () => undefined)
  const upload = (path: string) => {
    const bytes = readFileSync(path)
    const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length).toString('base64')
    return uploadFile(client.data, { name: basename(path), bytes: bytes.byteLength, read }, UNSTOPPED, () => undefined)
  }
  const download = async (file: HeldFile | null) => {
    if (file === null) throw new Error('Nothing was made.')
    const pieces: Buffer[] = []
    for await (const base64 of downloadFile(client.data, file, UNSTOPPED)) pieces.push(Buffer.from(base64, 'base64'))
    return Buffer.concat(pieces)
  }
  return {
    home,
    client,
    close,
    follow,
    download,
    upload,
    /** Resolves when the core asked to be started anew, and has ended. */
    ended: async () => {
      await restarted.promise
      await close()
    },
    importFile: async (path: string) => (await follow((await client.data.importChats({ id: await upload(path) })).taskId)).imported,
    backUp: async () => download((await follow((await client.data.backUp()).taskId)).file),
    checkBackup: async (path: string) => follow((await client.data.checkBackup({ id: await upload(path) })).taskId),
  }
}
