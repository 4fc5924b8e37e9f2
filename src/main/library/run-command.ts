import type { Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, MessageId, type RunId } from '../../shared/ids.ts'
import type { CommandEstimate } from '../../shared/library.ts'
import type { AttachmentRef } from '../../shared/model.ts'
import type { RunEvent } from '../../shared/run.ts'
import { told } from '../../shared/sentences/told.ts'
import { type BudgetCosting, beyondBudget } from '../conversations/estimate.ts'
import type { ConversationRepository } from '../conversations/repository.ts'
import { titleOf } from '../conversations/title.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RunRecord } from '../kernel/journal.ts'
import type { Pipelines } from '../pipelines/pipelines.ts'
import type { Library } from './library.ts'

export interface RunCommandParts {
  readonly library: Library
  readonly pipelines: Pipelines
  readonly conversations: Pick<ConversationRepository, 'get' | 'update' | 'addTurn'>
  readonly clock: Clock
  readonly onMessage: (message: Message) => Promise<void>
  /** What limits say of a cost. */
  readonly costing: BudgetCosting
  /** Whether a command gave what a run gave. */
  readonly isCommand: (id: RunId) => Promise<boolean>
}

export interface CommandCall {
  readonly name: string
  /** What was typed after the command. */
  readonly arguments: string
  /** Files that came with it. */
  readonly attachments?: readonly AttachmentRef[]
  /** In place of them, where a program calls. */
  readonly input?: unknown
  readonly budgetMicros?: number | null
  readonly allowNoPrice?: boolean
}

/** What a command would cost, as a question's estimate says it, and how long it should take. */
export async function estimateCommand(
  { library, pipelines, costing }: RunCommandParts,
  call: Pick<CommandCall, 'name' | 'arguments' | 'attachments'>,
): Promise<CommandEstimate> {
  const { pipeline } = await library.compile(call.name)
  const { aboutMicros, atMostMicros, noPrice } = await pipelines.estimate(pipeline, {
    input: call.arguments,
    attachments: call.attachments ?? [],
  })
  const { expectedMs } = await pipelines.check(pipeline)
  const beyond = beyondBudget(aboutMicros, costing)
  return {
    aboutMicros,
    atMostMicros,
    free: atMostMicros === 0 && noPrice.length === 0,
    noPrice: [...noPrice],
    notes: [],
    ...(beyond === null ? { blocked: null } : told({ blocked: beyond })),
    expectedMs,
  }
}

/** Starts a run of a command. */
export async function runCommand({ library, pipelines }: RunCommandParts, call: CommandCall): Promise<{ runId: RunId }> {
  const { pipeline } = await library.compile(call.name)
  return pipelines.start({ ...call, pipeline, input: call.input ?? call.arguments })
}

/** The same in a conversation: the call is its question, and what the command gives its answer. */
export async function runCommandInChat(
  parts: RunCommandParts,
  call: CommandCall & { readonly conversationId: ConversationId; readonly parentId: MessageId | null },
): Promise<{ question: Message; answer: Message; runId: RunId }> {
  const { library, pipelines, conversations, clock, onMessage } = parts
  const { pipeline } = await library.compile(call.name)
  const conversation = await conversations.get(call.conversationId)
  if (!conversation) throw new TuttiError('not-found', `There is no conversation ${call.conversationId}; it may have been deleted.`)
  if (call.parentId !== null && !conversation.messages.some(({ id }) => id === call.parentId)) {
    throw new TuttiError('not-found', `The message ${call.parentId} to answer below is not in this conversation.`)
  }
  const text = `/${call.name} ${call.arguments}`.trim()
  const question: Message = {
    id: MessageId.parse(clock.id()),
    conversationId: call.conversationId,
    parentId: call.parentId,
    role: 'user',
    text,
    attachments: [...(call.attachments ?? [])],
    runId: null,
    mainSpeaker: null,
    createdAt: clock.now(),
  }
  const answer: Message = {
    ...question,
    id: MessageId.parse(clock.id()),
    parentId: question.id,
    role: 'assistant',
    text: '',
    attachments: [],
  }
  const { runId } = await pipelines.start({
    ...call,
    pipeline,
    input: call.input ?? call.arguments,
    turn: {
      messageId: answer.id,
      store: (run, events) => conversations.addTurn({ question, answer: { ...answer, runId: run.id }, run, events }),
    },
  })
  if (conversation.messages.length === 0 && conversation.title === '') {
    await conversations.update(conversation.id, { title: titleOf(text, question.attachments[0]?.name) }, clock.now())
  }
  const answered = { ...answer, runId }
  await onMessage(question)
  await onMessage(answered)
  return { question, answer: answered, runId }
}

/** A second answer to a command that was called in a chat, beside the first; null where the answer is none of a command. */
export async function runCommandAgain(
  parts: RunCommandParts,
  old: Message,
  { text, attachments }: Pick<Message, 'text' | 'attachments'>,
): Promise<{ answer: Message; runId: RunId } | null> {
  const [, name, typed = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  if (name === undefined || old.runId === null || !(await parts.isCommand(old.runId))) return null
  const { library, pipelines, conversations, clock, onMessage } = parts
  const { pipeline } = await library.compile(name)
  const { thumb: _, pinned: __, ...rest } = old
  const answer: Message = { ...rest, id: MessageId.parse(clock.id()), text: '', runId: null, mainSpeaker: null, createdAt: clock.now() }
  const store = (run: RunRecord, events: readonly RunEvent[]) =>
    conversations.addTurn({ answer: { ...answer, runId: run.id }, run, events })
  const { runId } = await pipelines.start({
    pipeline,
    input: typed,
    attachments,
    conversationId: old.conversationId,
    turn: { messageId: answer.id, store },
  })
  await onMessage({ ...answer, runId })
  return { answer: { ...answer, runId }, runId }
}
