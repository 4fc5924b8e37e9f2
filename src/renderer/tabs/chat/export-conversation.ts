import { TuttiError } from '../../../shared/errors.ts'
import type { ConversationId } from '../../../shared/ids.ts'
import { errorText } from '../../state/error-words.ts'
import { language } from '../../state/language.ts'
import { saveFile } from '../../state/save-file.ts'
import type { Session } from '../../state/session.ts'
import { w } from './words.ts'

export const EXPORT_FORMATS = ['markdown', 'json', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Has the core write a conversation as a file and hands it to the browser; says so when it is there. */
export async function exportConversation(session: Session, id: ConversationId, format: ExportFormat): Promise<void> {
  const name = await session.attempt(fetchExport(session, id, format))
  if (name !== undefined) session.toasts.say(w.exported(name))
}

async function fetchExport(session: Session, id: ConversationId, format: ExportFormat): Promise<string> {
  const { client } = session
  const { taskId } = await client.data.exportConversation({ id, format, language })
  const file = await written(session, taskId)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0, end = false; !end; ) {
    const piece = await client.data.read({ id: file.id, offset })
    const bytes = Uint8Array.from(atob(piece.base64), (character) => character.charCodeAt(0))
    pieces.push(bytes)
    offset += bytes.byteLength
    end = piece.end
  }
  saveFile(file.name, new Blob(pieces), file.mediaType)
  await client.data.dismiss({ id: taskId })
  return file.name
}

/** The file of a task, once it is there. */
async function written({ client }: Session, taskId: string) {
  const stop = new AbortController()
  try {
    for await (const tasks of await client.data.watch(undefined, { signal: stop.signal })) {
      const task = tasks.find((known) => known.id === taskId)
      if (task?.file) return task.file
      if (task && task.state !== 'running') throw new TuttiError('internal', task.error ? errorText(task.error) : w.exportStopped)
    }
    throw new TuttiError('internal', w.exportStopped)
  } finally {
    stop.abort()
  }
}
