import { z } from 'zod'
import { searchSummaries } from '../conversation-summaries.ts'
import { searchMessages } from '../message-search.ts'
import { retain } from '../retain.ts'
import { SqliteJournal } from '../sqlite-journal.ts'
import { emitHistory } from './history-parts.ts'
import { handler } from './job.ts'
import { checkpointJob, historyJob, recentRunsJob, retainJob, searchConversationsJob, searchMessagesJob } from './store-job-kinds.ts'

/** What the store itself has done in the worker. */
export const storeJobs = [
  handler(searchConversationsJob, (query, { db }) => searchSummaries(db, query)),
  handler(searchMessagesJob, (query, { db, check }) => searchMessages(db, query, check)),
  handler(historyJob, async (id, { db, emit }) => {
    const history = await new SqliteJournal(db).history(id)
    if (history === null) return null
    await emitHistory(history, emit)
    return history.run
  }),
  handler(recentRunsJob, (wanted, { db }) => new SqliteJournal(db).recent(wanted)),
  handler(retainJob, (retention, { db, check }) => retain(db, retention, check)),
  handler(checkpointJob, (_, { db }) => {
    db.all(z.unknown(), 'PRAGMA wal_checkpoint(PASSIVE)')
    return null
  }),
]
