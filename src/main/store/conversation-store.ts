import { z } from 'zod'
import type { Conversation, ConversationSummary, Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, MessageId, PresetId, type RunId } from '../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../shared/message-search.ts'
import type { RunEvent } from '../../shared/run.ts'
import type { RunRecord } from '../kernel/journal.ts'
import { selectSummaries } from './conversation-summaries.ts'
import type { Database } from './database.ts'
import { insertMessage, selectMessages } from './message-rows.ts'
import { insertRun } from './run-rows.ts'
import type { JobRunner } from './worker/job-thread.ts'
import { searchConversationsJob, searchMessagesJob } from './worker/store-job-kinds.ts'

/** A conversation as it is stored: the views of its runs are made from their histories. */
export type StoredConversation = Omit<Conversation, 'runs'>

/** A question (none where an old one is asked again), its answer's message, and the run that answers. */
export interface Turn {
  readonly question?: Message
  readonly answer: Message
  readonly run: RunRecord
  readonly events: readonly RunEvent[]
}

/** What is left out stays as it is. */
export interface ConversationChange {
  readonly title?: string | undefined
  readonly systemPrompt?: string | undefined
  readonly presetId?: PresetId | null | undefined
  readonly headId?: MessageId | undefined
  readonly pinned?: boolean | undefined
  readonly group?: string | null | undefined
}

const DetailRow = z.object({ system_prompt: z.string(), preset_id: PresetId.nullable(), head_id: MessageId.nullable() })

/** Conversations and their trees of messages. Every promise of a change resolves when it is durable. Times are epoch ms. */
export class ConversationStore {
  readonly #db: Database
  readonly #jobs: JobRunner

  constructor(db: Database, jobs: JobRunner) {
    this.#db = db
    this.#jobs = jobs
  }

  async create({ id, title, at }: { id: ConversationId; title: string; at: number }): Promise<ConversationSummary> {
    const sql = `INSERT INTO conversations (id, title, system_prompt, created_at, updated_at) VALUES (?, ?, '', ?, ?)`
    await this.#db.write(() => this.#db.run(sql, id, title, at, at))
    return { id, title, createdAt: at, updatedAt: at, running: null, lastState: null }
  }

  /** All but removed ones, those last spoken in first. */
  async list(): Promise<ConversationSummary[]> {
    return selectSummaries(this.#db, '1')
  }

  async summary(id: ConversationId): Promise<ConversationSummary | null> {
    return selectSummaries(this.#db, 'conversations.id = ?', id)[0] ?? null
  }

  /** With all messages of all branches, oldest first; null where it does not exist or was removed. */
  async get(id: ConversationId): Promise<StoredConversation | null> {
    const summary = await this.summary(id)
    const detail = this.#db.one(DetailRow, 'SELECT system_prompt, preset_id, head_id FROM conversations WHERE id = ?', id)
    if (summary === null || detail === null) return null
    return {
      ...summary,
      systemPrompt: detail.system_prompt,
      presetId: detail.preset_id,
      headId: detail.head_id,
      messages: selectMessages(this.#db, 'conversation_id', id),
    }
  }

  async message(id: MessageId): Promise<Message | null> {
    return selectMessages(this.#db, 'id', id)[0] ?? null
  }

  /** Words in titles and messages, the last one as far as it is typed; newest first. An empty query lists all. */
  search(query: string, signal?: AbortSignal): Promise<ConversationSummary[]> {
    return this.#jobs.run(searchConversationsJob, query, { signal })
  }

  searchMessages(query: MessageQuery, signal?: AbortSignal): Promise<MessageHits> {
    return this.#jobs.run(searchMessagesJob, query, { signal })
  }

  /** Showing another branch, pinning and grouping do not move a conversation in the list. */
  update(id: ConversationId, change: ConversationChange, at: number): Promise<void> {
    return this.#db.write(() => {
      const { title, systemPrompt, presetId, headId, pinned, group } = change
      if (title !== undefined) this.#set(id, 'title', title)
      if (systemPrompt !== undefined) this.#set(id, 'system_prompt', systemPrompt)
      if (presetId !== undefined) this.#set(id, 'preset_id', presetId)
      if (headId !== undefined) this.#set(id, 'head_id', headId)
      if (pinned !== undefined) this.#set(id, 'pinned_at', pinned ? at : null)
      if (group !== undefined) this.#set(id, 'group_name', group)
      if (title !== undefined || systemPrompt !== undefined || presetId !== undefined) this.#set(id, 'updated_at', at)
    })
  }

  /** Hides it; it is deleted when the database is opened a month later. */
  remove(id: ConversationId, at: number): Promise<void> {
    return this.#db.write(() => this.#set(id, 'removed_at', at))
  }

  restore(id: ConversationId): Promise<void> {
    return this.#db.write(() => this.#set(id, 'removed_at', null))
  }

  /** Its run, where it names one, must exist. */
  addMessage(message: Message): Promise<void> {
    return this.#db.write(() => {
      insertMessage(this.#db, message)
      this.#db.run('UPDATE messages SET run_id = ? WHERE id = ?', message.runId, message.id)
    })
  }

  /** Question, answer and run together or not at all; the answer becomes the head of the conversation. */
  addTurn({ question, answer, run, events }: Turn): Promise<void> {
    return this.#db.write(() => {
      if (question !== undefined) insertMessage(this.#db, question)
      insertMessage(this.#db, answer)
      insertRun(this.#db, run, events)
      this.#db.run('UPDATE messages SET run_id = ? WHERE id = ?', run.id, answer.id)
      this.#set(answer.conversationId, 'head_id', answer.id)
    })
  }

  /** `text`: what counts for the next turn from now on. null: the answer that was agreed on. */
  setMainSpeaker(answerId: MessageId, speaker: string | null, text: string): Promise<void> {
    return this.#changeMessage('UPDATE messages SET main_speaker = ?, text = ? WHERE id = ?', speaker, text, answerId)
  }

  /** `at` (epoch ms) is when it was pinned; null: it is not any more. */
  pinMessage(id: MessageId, at: number | null): Promise<void> {
    return this.#changeMessage('UPDATE messages SET pinned_at = ? WHERE id = ?', at, id)
  }

  setThumb(answerId: MessageId, thumb: 'up' | 'down' | null): Promise<void> {
    return this.#changeMessage('UPDATE messages SET thumb = ? WHERE id = ?', thumb, answerId)
  }

  setRun(answerId: MessageId, runId: RunId): Promise<void> {
    return this.#changeMessage('UPDATE messages SET run_id = ? WHERE id = ?', runId, answerId)
  }

  #changeMessage(sql: string, ...values: (string | number | null)[]): Promise<void> {
    return this.#db.write(() => {
      if (this.#db.run(sql, ...values) === 0) throw new TuttiError('not-found', 'This message does not exist any more.')
    })
  }

  #set(
    id: ConversationId,
    column: 'title' | 'system_prompt' | 'preset_id' | 'head_id' | 'pinned_at' | 'group_name' | 'updated_at' | 'removed_at',
    value: string | number | null,
  ): void {
    if (this.#db.run(`UPDATE conversations SET ${column} = ? WHERE id = ?`, value, id) > 0) return
    throw new TuttiError('not-found', 'This conversation does not exist any more. Choose another one or start a new one.')
  }
}
