import { writeFile } from 'node:fs/promises'
import type { JobContext } from '../../store/worker/job.ts'
import type { MadeFile, RunExport } from '../job-kinds.ts'
import { fileName } from './file-name.ts'
import { runMarkdown } from './run-markdown.ts'
import { type RunDocument, readRun } from './run-record.ts'

/** Writes a run to `path` with every effect, attempt, decision and cost, and the runs that it started. */
export async function exportRun({ id, format, language, path }: RunExport, { db, check }: JobContext<never>): Promise<MadeFile> {
  const document = readRun(db, id, check)
  const name = fileName(document.run.title, 'run')
  const markdown = format === 'markdown'
  await writeFile(path, markdown ? runMarkdown(document, language) : runJson(document), { mode: 0o600, flag: 'wx' })
  return markdown ? { name: `${name}.md`, mediaType: 'text/markdown' } : { name: `${name}.json`, mediaType: 'application/json' }
}

export function runJson(document: RunDocument): string {
  return `${JSON.stringify({ kind: 'tutti-run', format: 1, ...document }, null, 2)}\n`
}
