import type { ConversationSummary } from '../../../shared/conversation.ts'
import type { ConversationId } from '../../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../../shared/message-search.ts'
import type { Retention } from '../retain.ts'
import { jobKind } from './job.ts'

export const searchConversationsJob = jobKind<string, ConversationSummary[]>('search-conversations')
export const searchMessagesJob = jobKind<MessageQuery, MessageHits>('search-messages')
export const retainJob = jobKind<Retention, ConversationId[]>('retain')
/** Writes the write-ahead log back into the database without keeping anybody waiting. */
export const checkpointJob = jobKind<null, null>('checkpoint')
