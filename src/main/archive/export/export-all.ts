import { join } from 'node:path'
import { z } from 'zod'
import { ConversationId, RunId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/language.ts'
import { AttachmentRef } from '../../../shared/model.ts'
import type { JobContext } from '../../store/worker/job.ts'
import type { MadeFile, Progress } from '../job-kinds.ts'
import { ZipWriter } from '../zip/zip-writer.ts'
import { readConversation } from './conversation-document.ts'
import { conversationMarkdown } from './conversation-markdown.ts'
import { conversationJson } from './export-conversation.ts'
import { runJson } from './export-run.ts'
import { fileName } from './file-name.ts'
import { readRun } from './run-record.ts'

const ConversationRow = z.object({ id: ConversationId, title: z.string() })
const RunRow = z.object({ id: RunId, title: z.string() })
const FileRow = z.object({ id: AttachmentRef.shape.id, name: z.string() })

/** Every conversation (Markdown and JSON), run (JSON) and attachment as readable files in one zip at `path`. */
export async function exportAll(
  { path, language }: { path: string; language: Language },
  { db, home, check, emit, breathe }: JobContext<Progress>,
): Promise<MadeFile> {
  const conversations = db.all(ConversationRow, 'SELECT id, title FROM conversations WHERE removed_at IS NULL ORDER BY number')
  const shown = 'conversation_id IS NULL OR conversation_id IN (SELECT id FROM conversations WHERE removed_at IS NULL)'
  const runs = db.all(RunRow, `SELECT id, title FROM runs WHERE parent_id IS NULL AND (${shown}) ORDER BY number`)
  const files = db.all(FileRow, 'SELECT id, name FROM attachments ORDER BY id')
  const total = conversations.length + runs.length + files.length
  const writer = await ZipWriter.create(path, { onBytes: check })
  let done = 0
  const next = async () => {
    done += 1
    await emit({ done, total })
    await breathe()
  }
  try {
    for (const { id, title } of conversations) {
      const name = `conversations/${numbered(done, title, 'conversation')}`
      const document = readConversation(db, id, check)
      await writer.addText(`${name}.md`, conversationMarkdown(document, language))
      await writer.addText(`${name}.json`, conversationJson(document))
      await next()
    }
    for (const { id, title } of runs) {
      await writer.addText(`runs/${numbered(done - conversations.length, title, 'run')}.json`, runJson(readRun(db, id, check)))
      await next()
    }
    for (const { id, name } of files) {
      await writer.addFile(`attachments/${id.slice(0, 12)} ${fileName(name, 'file')}`, join(home, 'attachments', id), false)
      await next()
    }
    await writer.finish()
    return { name: `tutti-export-${new Date().toISOString().slice(0, 10)}.zip`, mediaType: 'application/zip' }
  } catch (error) {
    await writer.abandon()
    throw error
  }
}

/** "0012 Trees of the Alps": names are unique and in the order of the app. */
function numbered(index: number, title: string, otherwise: string): string {
  return `${String(index + 1).padStart(4, '0')} ${fileName(title, otherwise)}`
}
