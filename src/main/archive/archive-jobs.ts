import { handler } from '../store/worker/job.ts'
import {
  backUpJob,
  checkBackupJob,
  emptyCopyJob,
  exportAllJob,
  exportConversationJob,
  exportRunJob,
  importChatsJob,
  placeJob,
} from './job-kinds.ts'

/** What this room has done in the worker; each part is loaded at first use. */
export const archiveJobs = [
  handler(placeJob, async (_, context) => (await import('./place.ts')).dataPlace(context)),
  handler(exportConversationJob, async (input, context) =>
    (await import('./export/export-conversation.ts')).exportConversation(input, context),
  ),
  handler(exportRunJob, async (input, context) => (await import('./export/export-run.ts')).exportRun(input, context)),
  handler(exportAllJob, async (input, context) => (await import('./export/export-all.ts')).exportAll(input, context)),
  handler(backUpJob, async (input, context) => (await import('./backup/back-up.ts')).backUp(input, context)),
  handler(checkBackupJob, async (input, context) => (await import('./backup/check-backup.ts')).checkBackup(input, context)),
  handler(importChatsJob, async (input, context) => (await import('./chats/import-chats.ts')).importChats(input, context)),
  handler(emptyCopyJob, async (input, context) => (await import('./backup/empty-copy.ts')).emptyCopy(input, context)),
]
