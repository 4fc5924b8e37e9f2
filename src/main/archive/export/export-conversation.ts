import { writeFile } from 'node:fs/promises'
import { assertNever } from '../../../shared/errors.ts'
import type { JobContext } from '../../store/worker/job.ts'
import type { ConversationExport, MadeFile } from '../job-kinds.ts'
import { type ConversationDocument, readConversation } from './conversation-document.ts'
import { conversationMarkdown } from './conversation-markdown.ts'
import { fileName } from './file-name.ts'

const OWNER_ONLY = { mode: 0o600, flag: 'wx' } as const

/** Writes a conversation to `path`: Markdown and PDF show the branch that is shown, JSON has everything. */
export async function exportConversation(
  { id, format, language, path }: ConversationExport,
  { db, check }: JobContext<never>,
): Promise<MadeFile> {
  const document = readConversation(db, id, check)
  const name = fileName(document.title, 'conversation')
  switch (format) {
    case 'markdown':
      await writeFile(path, conversationMarkdown(document, language), OWNER_ONLY)
      return { name: `${name}.md`, mediaType: 'text/markdown' }
    case 'json':
      await writeFile(path, conversationJson(document), OWNER_ONLY)
      return { name: `${name}.json`, mediaType: 'application/json' }
    case 'pdf': {
      const { conversationPdf } = await import('./conversation-pdf.ts')
      await writeFile(path, await conversationPdf(document, language), OWNER_ONLY)
      return { name: `${name}.pdf`, mediaType: 'application/pdf' }
    }
    default:
      return assertNever(format)
  }
}

/** All branches, with the runs that answered. */
export function conversationJson(document: ConversationDocument): string {
  return `${JSON.stringify({ kind: 'tutti-conversation', format: 1, ...document }, null, 2)}\n`
}
