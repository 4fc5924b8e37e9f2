import type { ConversationSummary } from '../../../shared/conversation.ts'
import type { ConversationId, RunId } from '../../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../../shared/message-search.ts'
import type { RecentRuns, RunHistory, RunRecord } from '../../kernel/journal.ts'
import type { Retention } from '../retain.ts'
import { jobKind } from './job.ts'

export const searchConversationsJob = jobKind<string, ConversationSummary[]>('search-conversations')
export const searchMessagesJob = jobKind<MessageQuery, MessageHits>('search-messages')
export type HistoryPart = Omit<RunHistory, 'run'>
export const historyJob = jobKind<RunId, RunRecord | null, HistoryPart>('history')
export const recentRunsJob = jobKind<RecentRuns, readonly RunRecord[]>('recent-runs')
export const retainJob = jobKind<Retention, ConversationId[]>('retain')
/** Writes the write-ahead log back into the database without keeping anybody waiting. */
export const checkpointJob = jobKind<null, null>('checkpoint')
