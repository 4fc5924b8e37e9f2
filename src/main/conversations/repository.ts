import type { Conversation, ConversationSummary, Message } from '../../shared/conversation.ts'
import type { ConversationId, MessageId, PresetId, RunId } from '../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../shared/message-search.ts'
import type { RunEvent } from '../../shared/run.ts'
import type { RunRecord } from '../kernel/journal.ts'

/** A question, its answer's message and the run that answers, stored together or not at all. */
export interface TurnRows {
  readonly question?: Message
  readonly answer: Message
  readonly run: RunRecord
  readonly events: readonly RunEvent[]
}

export interface ConversationChange {
  readonly title?: string | undefined
  readonly systemPrompt?: string | undefined
  readonly presetId?: PresetId | null | undefined
  readonly headId?: MessageId | undefined
  readonly pinned?: boolean | undefined
  readonly group?: string | null | undefined
}

/** What this room needs of storage. */
export interface ConversationRepository {
  create(conversation: { id: ConversationId; title: string; at: number }): Promise<ConversationSummary>
  list(): Promise<readonly ConversationSummary[]>
  summary(id: ConversationId): Promise<ConversationSummary | null>
  /** Without the views of runs. */
  get(id: ConversationId): Promise<Omit<Conversation, 'runs'> | null>
  message(id: MessageId): Promise<Message | null>
  search(query: string, signal?: AbortSignal): Promise<readonly ConversationSummary[]>
  searchMessages(query: MessageQuery, signal?: AbortSignal): Promise<MessageHits>
  update(id: ConversationId, change: ConversationChange, at: number): Promise<void>
  remove(id: ConversationId, at: number): Promise<void>
  restore(id: ConversationId): Promise<void>
  addTurn(turn: TurnRows): Promise<void>
  setMainSpeaker(answerId: MessageId, speaker: string | null, text: string): Promise<void>
  /** `at` (epoch ms) is when it was pinned; null: it is not any more. */
  pinMessage(id: MessageId, at: number | null): Promise<void>
  setThumb(answerId: MessageId, thumb: 'up' | 'down' | null): Promise<void>
  setRun(answerId: MessageId, runId: RunId): Promise<void>
}
