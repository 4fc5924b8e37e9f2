import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppEvent } from '../../shared/app-state.ts'
import type { Conversation, Message } from '../../shared/conversation.ts'
import type { TuttiError } from '../../shared/errors.ts'
import type { ConversationId, MessageId, RunId } from '../../shared/ids.ts'
import { callError } from './call-error.ts'
import type { Client } from './client.ts'
import type { Runs } from './run-store.ts'

export type LoadedConversation = Omit<Conversation, 'runs'>
export type ConversationEntry =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: TuttiError }
  | { readonly state: 'ready'; readonly conversation: LoadedConversation }

export type Conversations = {
  readonly store: StoreApi<ReadonlyMap<ConversationId, ConversationEntry>>
  /** Loads a conversation once, `at` a message that is shown first; it then follows the core's events until it is forgotten. */
  readonly open: (id: ConversationId, at?: MessageId) => void
  /** Asks for the whole text of a message that came by its beginning. */
  readonly complete: (message: Message) => void
  readonly reload: (id: ConversationId) => void
  readonly forget: (id: ConversationId) => void
  /** Messages that a call returned, before their events arrive; the last one becomes the head. */
  readonly add: (id: ConversationId, messages: readonly Message[]) => void
  /** A message that a call returned changed. */
  readonly update: (message: Message) => void
  readonly setHead: (id: ConversationId, headId: MessageId) => void
  readonly onEvent: (event: AppEvent) => void
  readonly reloadAll: () => void
}

export function withMessage(messages: readonly Message[], message: Message): Message[] {
  const at = messages.findIndex((known) => known.id === message.id)
  return at === -1 ? [...messages, message] : messages.with(at, message)
}

/** Texts that are known whole stay so where the same ones come by their beginnings. */
function keepWhole(known: readonly Message[], fresh: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  return fresh.map(({ characters, ...message }) => {
    if (characters === undefined) return message
    const text = byId.get(message.id)?.text ?? ''
    return text.length === characters && text.startsWith(message.text) ? { ...message, text } : { ...message, characters }
  })
}

export function createConversations(client: Client, runs: Runs, signal: AbortSignal): Conversations {
  const store = createStore<ReadonlyMap<ConversationId, ConversationEntry>>(() => new Map())
  const loads = new Map<ConversationId, number>()
  const completing = new Set<MessageId>()
  const get = (id: ConversationId) => store.getState().get(id)
  const set = (id: ConversationId, entry: ConversationEntry) => store.setState((all) => new Map(all).set(id, entry), true)
  const change = (id: ConversationId, work: (conversation: LoadedConversation) => LoadedConversation) => {
    const entry = get(id)
    if (entry?.state === 'ready') set(id, { state: 'ready', conversation: work(entry.conversation) })
  }
  const follow = (runId: RunId | null) => {
    if (runId !== null && !runs.store.getState().has(runId)) runs.watch(runId)
  }

  const load = async (id: ConversationId, at?: MessageId) => {
    const number = (loads.get(id) ?? 0) + 1
    loads.set(id, number)
    try {
      const { runs: views, ...conversation } = await client.conversations.open({ id, at }, { signal })
      if (loads.get(id) !== number) return
      runs.put(...views)
      const known = get(id)
      const messages = known?.state === 'ready' ? keepWhole(known.conversation.messages, conversation.messages) : conversation.messages
      set(id, { state: 'ready', conversation: { ...conversation, messages } })
    } catch (thrown) {
      if (loads.get(id) === number && get(id)?.state !== 'ready') set(id, { state: 'failed', error: callError(thrown) })
    }
  }
  const addMessage = (id: ConversationId, message: Message) => {
    change(id, (conversation) => {
      const grows = message.parentId === conversation.headId && !conversation.messages.some((known) => known.id === message.id)
      return { ...conversation, messages: withMessage(conversation.messages, message), headId: grows ? message.id : conversation.headId }
    })
    follow(message.runId)
  }

  const conversations: Conversations = {
    store,
    open: (id, at) => {
      const entry = get(id)
      if (entry !== undefined && entry.state !== 'failed') return
      set(id, { state: 'loading' })
      void load(id, at)
    },
    complete: ({ id }) => {
      if (completing.has(id)) return
      completing.add(id)
      void client.conversations
        .message({ id }, { signal })
        .then(conversations.update, () => {})
        .finally(() => completing.delete(id))
    },
    reload: (id) => void load(id),
    forget: (id) => {
      loads.delete(id)
      const entry = get(id)
      if (entry?.state === 'ready') runs.forget(entry.conversation.messages.flatMap((message) => message.runId ?? []))
      store.setState((all) => new Map([...all].filter(([known]) => known !== id)), true)
    },
    add: (id, messages) => {
      for (const message of messages) addMessage(id, message)
      const last = messages.at(-1)
      if (last) change(id, (conversation) => ({ ...conversation, headId: last.id }))
    },
    update: (message) => addMessage(message.conversationId, message),
    setHead: (id, headId) => change(id, (conversation) => ({ ...conversation, headId })),
    onEvent: (event) => {
      if (event.type === 'message-changed' && get(event.message.conversationId)) addMessage(event.message.conversationId, event.message)
      if (event.type === 'conversation-touched' && get(event.id)) void load(event.id)
      if (event.type === 'conversation-changed')
        change(event.conversation.id, (conversation) => ({ ...conversation, ...event.conversation }))
      if (event.type === 'conversation-removed') conversations.forget(event.id)
    },
    reloadAll: () => {
      for (const id of store.getState().keys()) void load(id)
    },
  }
  return conversations
}
