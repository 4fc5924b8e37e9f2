import type { AppEventBody } from '../../shared/app-state.ts'
import type { Conversation, ConversationSummary, Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { ConversationId, type MessageId } from '../../shared/ids.ts'
import type { MessageHits, MessageQuery } from '../../shared/message-search.ts'
import type { RunView } from '../../shared/run.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Runner } from '../kernel/runner.ts'
import type { ConversationChange, ConversationRepository } from './repository.ts'

export interface ConversationParts {
  readonly repository: ConversationRepository
  readonly runner: Runner
  readonly clock: Clock
  readonly publish: (event: AppEventBody) => void
}

/** Views that are sent with a conversation; a page asks for an older one when it comes into sight. */
const NEWEST_RUNS = 20

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

  async open(id: ConversationId): Promise<Conversation> {
    const conversation = await this.#parts.repository.get(id)
    if (!conversation) throw new TuttiError('not-found', `There is no conversation ${id}; it may have been deleted.`)
    const runIds = conversation.messages.flatMap((message) => (message.runId === null ? [] : [message.runId]))
    const wanted = runIds.filter((runId, index) => index >= runIds.length - NEWEST_RUNS || this.#parts.runner.live(runId) !== null)
    const runs: RunView[] = []
    for (const runId of wanted) runs.push(await this.#parts.runner.view(runId))
    return { ...conversation, ...this.#withRunning(conversation), runs }
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
    const message = await this.#parts.repository.message(id)
    if (!message) throw new TuttiError('not-found', `There is no message ${id}; it may have been deleted.`)
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
