import type { AppEventBody } from '../../shared/app-state.ts'
import type { Conversation, ConversationSummary, Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { ConversationId, type MessageId } from '../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../shared/message-search.ts'
import type { RunView } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Runner } from '../kernel/runner.ts'
import type { ConversationChange, ConversationRepository } from './repository.ts'

export interface ConversationParts {
  readonly repository: ConversationRepository
  readonly runner: Runner
  readonly clock: Clock
  readonly publish: (event: AppEventBody) => void
}

/** Messages at a conversation's end that are sent with all that belongs to them; a page asks for older ones when they come into sight. */
const NEWEST = 16
/** Messages on both sides of the one that a page shows first, which are sent as the newest are. */
const NEAR = 6
/** What is sent of an older message's text, in characters: enough for its line in the tree and among what is pinned. */
const BEGINNING = 300

/** The list of conversations and what belongs to one. Every change is told to all windows. */
export class Conversations {
  readonly #parts: ConversationParts

  constructor(parts: ConversationParts) {
    this.#parts = parts
  }

  /** Newest first, with what is running. */
  async list(): Promise<ConversationSummary[]> {
    return (await this.#parts.repository.list()).map((summary) => this.#withRunning(summary))
  }

  async create(title = ''): Promise<ConversationSummary> {
    const { repository, clock, publish } = this.#parts
    const conversation = await repository.create({ id: ConversationId.parse(clock.id()), title, at: clock.now() })
    publish({ type: 'conversation-changed', conversation })
    return conversation
  }

  /** The newest messages and those around `at` with the views of their runs, all others by their beginnings. */
  async open(id: ConversationId, at?: MessageId): Promise<Conversation> {
    const { repository, runner } = this.#parts
    const conversation = await repository.get(id)
    if (!conversation) throw failure('not-found', say('gone.conversation', { id }))
    const shown = conversation.messages.findIndex((message) => message.id === at)
    const newest = conversation.messages.length - NEWEST
    const messages: Message[] = []
    const runs: RunView[] = []
    for (const [index, message] of conversation.messages.entries()) {
      const whole = index >= newest || (shown !== -1 && Math.abs(index - shown) <= NEAR)
      messages.push(whole ? message : beginningOf(message))
      const { runId } = message
      if (runId !== null && (whole || runner.live(runId) !== null)) runs.push(await runner.view(runId))
    }
    return { ...conversation, ...this.#withRunning(conversation), messages, runs }
  }

  async message(id: MessageId): Promise<Message> {
    const message = await this.#parts.repository.message(id)
    if (!message) throw failure('not-found', say('gone.message', { id }))
    return message
  }

  async search(query: string, signal?: AbortSignal): Promise<ConversationSummary[]> {
    if (query.trim() === '') return this.list()
    return (await this.#parts.repository.search(query, signal)).map((summary) => this.#withRunning(summary))
  }

  searchMessages(query: MessageQuery, signal?: AbortSignal): Promise<MessageHits> {
    return this.#parts.repository.searchMessages(query, signal)
  }

  async update(id: ConversationId, change: ConversationChange): Promise<void> {
    await this.#parts.repository.update(id, change, this.#parts.clock.now())
    await this.changed(id)
    this.#parts.publish({ type: 'conversation-touched', id })
  }

  async pinMessage(id: MessageId, pinned: boolean): Promise<Message> {
    await this.#parts.repository.pinMessage(id, pinned ? this.#parts.clock.now() : null)
    const message = await this.message(id)
    this.#parts.publish({ type: 'message-changed', message })
    return message
  }

  async remove(id: ConversationId): Promise<void> {
    for (const message of (await this.#parts.repository.get(id))?.messages ?? []) {
      if (message.runId !== null) this.#parts.runner.stop(message.runId)
    }
    await this.#parts.repository.remove(id, this.#parts.clock.now())
    this.#parts.publish({ type: 'conversation-removed', id })
  }

  async restore(id: ConversationId): Promise<ConversationSummary> {
    await this.#parts.repository.restore(id)
    const summary = await this.changed(id)
    if (!summary) throw new TuttiError('not-found', `Conversation ${id} cannot be brought back; it is gone for good.`)
    return summary
  }

  /** Tells all windows of the whole list. */
  async announceAll(): Promise<void> {
    this.#parts.publish({ type: 'conversations-changed', conversations: await this.list() })
  }

  /** Tells all windows of a conversation's row in the list. */
  async changed(id: ConversationId): Promise<ConversationSummary | null> {
    const summary = await this.#parts.repository.summary(id)
    if (!summary) return null
    const conversation = this.#withRunning(summary)
    this.#parts.publish({ type: 'conversation-changed', conversation })
    return conversation
  }

  async messageChanged(message: Message): Promise<void> {
    this.#parts.publish({ type: 'message-changed', message })
    await this.changed(message.conversationId)
  }

  /** A run has ended: its answer's message has its text now. */
  async runEnded(view: RunView): Promise<void> {
    const message = view.messageId === null ? null : await this.#parts.repository.message(view.messageId)
    if (message) await this.messageChanged(message)
  }

  #withRunning(summary: ConversationSummary): ConversationSummary {
    const view = this.#parts.runner.liveViews().find((candidate) => candidate.conversationId === summary.id)
    if (!view) return { ...summary, running: null }
    const members = view.speakers.filter((speaker) => speaker.role === 'member')
    return { ...summary, running: { done: members.filter((member) => member.result !== null).length, of: members.length } }
  }
}

function beginningOf(message: Message): Message {
  const { text } = message
  if (text.length <= BEGINNING) return message
  // A sign of two units at the cut is left out whole.
  return { ...message, text: text.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, ''), characters: text.length }
}
