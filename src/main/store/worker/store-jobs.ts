import { z } from 'zod'
import { searchSummaries } from '../conversation-summaries.ts'
import { searchMessages } from '../message-search.ts'
import { retain } from '../retain.ts'
import { handler } from './job.ts'
import { checkpointJob, retainJob, searchConversationsJob, searchMessagesJob } from './store-job-kinds.ts'

/** What the store itself has done in the worker. */
export const storeJobs = [
  handler(searchConversationsJob, (query, { db }) => searchSummaries(db, query)),
  handler(searchMessagesJob, (query, { db, check }) => searchMessages(db, query, check)),
  handler(retainJob, (retention, { db, check }) => retain(db, retention, check)),
  handler(checkpointJob, (_, { db }) => {
    db.all(z.unknown(), 'PRAGMA wal_checkpoint(PASSIVE)')
    return null
  }),
]
