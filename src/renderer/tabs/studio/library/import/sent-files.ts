import { base64Of } from '../../../../state/base64-of.ts'
import type { ChosenFile } from './chosen-files.ts'

/** What the core is sent of a file. */
export type SentFile = { readonly name: string; readonly base64?: string; readonly bytes: number }

/** The core reads no larger one; it says so in its report without having seen it. */
const MOST_BYTES = 2 * 1024 * 1024
/** Of all files of one go: a message to the core holds no more. */
export const MOST_TOGETHER = 20 * 1024 * 1024

/** How much of chosen files is sent. */
export function bytesSent(chosen: readonly ChosenFile[]): number {
  return chosen.reduce((sum, { file }) => (file.size > MOST_BYTES ? sum : sum + file.size), 0)
}

/** What is sent of chosen files, read one after the other. */
export async function sentFiles(chosen: readonly ChosenFile[], signal: AbortSignal): Promise<SentFile[]> {
  const sent: SentFile[] = []
  for (const { path, file } of chosen) {
    signal.throwIfAborted()
    const whole = file.size <= MOST_BYTES
    sent.push({ name: path.slice(-500), bytes: file.size, ...(whole ? { base64: await base64Of(file) } : {}) })
  }
  return sent
}

/** A text as a file that is sent. */
export async function sentText(name: string, text: string): Promise<SentFile> {
  const file = new Blob([text])
  return { name, bytes: file.size, base64: await base64Of(file) }
}
