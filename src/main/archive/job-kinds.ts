import type { BackupContents, DataPlace, ImportReport } from '../../shared/data.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { jobKind } from '../store/worker/job.ts'

export interface Progress {
  readonly done: number
  readonly total: number | null
}

/** Where a job writes, and what a page will call it. */
export interface MadeFile {
  readonly name: string
  readonly mediaType: string
}

export interface ConversationExport {
  readonly id: ConversationId
  readonly format: 'markdown' | 'json' | 'pdf'
  readonly language: Language
  readonly path: string
}

export interface RunExport {
  readonly id: RunId
  readonly format: 'markdown' | 'json'
  readonly language: Language
  readonly path: string
}

export const placeJob = jobKind<null, DataPlace>('place')
export const exportConversationJob = jobKind<ConversationExport, MadeFile>('export-conversation')
export const exportRunJob = jobKind<RunExport, MadeFile>('export-run')
export const exportAllJob = jobKind<{ path: string; language: Language }, MadeFile, Progress>('export-all')
export const backUpJob = jobKind<{ path: string; appVersion: string }, MadeFile, Progress>('back-up')
/** Reads the backup at `path` and unpacks it into `folder`, which must not be there yet. */
export const checkBackupJob = jobKind<{ path: string; folder: string; appVersion: string }, BackupContents, Progress>('check-backup')
export const importChatsJob = jobKind<{ path: string }, ImportReport, Progress>('import-chats')
/** A database in `folder` with what the user set up, and without any conversation or run. */
export const emptyCopyJob = jobKind<{ folder: string; appVersion: string }, null>('empty-copy')
