import type { Estimate, Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, MessageId, type ModelRef, type PresetId, RunId } from '../../shared/ids.ts'
import type { AttachmentRef, Turn } from '../../shared/model.ts'
import type { PresetView } from '../../shared/preset.ts'
import type { Decision, RunView } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { failure, told } from '../../shared/sentences/told.ts'
import type { Clock } from '../kernel/clock.ts'
import { originalPath } from '../kernel/effect-journal.ts'
import type { EffectRecord, Journal, RunRecord } from '../kernel/journal.ts'
import type { Runner } from '../kernel/runner.ts'
import { AdvancedInput } from '../orchestrators/advanced/input.ts'
import { branchTo, turnsOf } from './branch.ts'
import { estimate } from './estimate.ts'
import { type NarrowedPreset, type Narrowing, narrowPreset } from './narrow-preset.ts'
import { type Planning, planQuestion } from './plan-question.ts'
import { speakersOf } from './question.ts'
import { refuseUnusable } from './refuse-unusable.ts'
import type { ConversationRepository } from './repository.ts'
import type { Signals } from './signals.ts'
import { titleOf } from './title.ts'

export interface ChatParts extends Planning {
  readonly conversations: ConversationRepository
  readonly journal: Journal
  readonly runner: Runner
  readonly clock: Clock
  readonly appVersion: string
  readonly preset: (id: PresetId) => PresetView
  /** Makes prices ready where these models may have one. */
  readonly prepare: (models: readonly ModelRef[]) => Promise<void>
  /** Tells all windows. */
  readonly onMessage: (message: Message) => Promise<void>
  readonly signals: Signals
  /** Answers a question again that called a command; null for every other. */
  readonly commandAgain?: (old: Message, question: Message) => Promise<{ answer: Message; runId: RunId } | null>
  /** Told which of Auto's rules decided something. */
  readonly onAuto?: (rules: readonly string[]) => void
}

export interface Question extends Narrowing {
  readonly conversationId: ConversationId
  readonly parentId: MessageId | null
  readonly text: string
  readonly attachments: AttachmentRef[]
  readonly presetId: PresetId
  readonly allowNoPrice: boolean
  readonly budgetMicros?: number | undefined
}

/** Turns questions into runs and keeps what became of them in the conversation. */
export class Chat {
  readonly #parts: ChatParts

  constructor(parts: ChatParts) {
    this.#parts = parts
  }

  async estimate(
    question: Omit<Question, 'conversationId' | 'allowNoPrice'> & { conversationId: ConversationId | null },
  ): Promise<Estimate> {
    const { conversationId } = question
    const conversation = conversationId === null ? null : await this.#conversation(conversationId)
    const preset = await this.#preset(question.presetId, question)
    const turns = turnsOf([...branchTo(conversation?.messages ?? [], question.parentId), { ...question, role: 'user' }])
    // An empty composer is priced as a short question.
    const asked: Turn[] = turns.length === 0 ? [{ role: 'user', parts: [{ type: 'text', text: ' ' }] }] : turns
    const planned = planQuestion(
      {
        preset,
        systemPrompt: conversation?.systemPrompt ?? '',
        turns: asked,
        budgetMicros: question.budgetMicros ?? preset.budgetMicros,
        allowNoPrice: false,
      },
      this.#parts,
    )
    return { ...estimate(planned.input, this.#parts), ...(planned.auto === null ? {} : { auto: planned.auto }) }
  }

  /** Adds the question below its parent and starts a run that answers it. */
  async send(question: Question): Promise<{ question: Message; answer: Message; runId: RunId }> {
    refuseUnusable(question)
    const conversation = await this.#conversation(question.conversationId)
    if (question.parentId !== null && !conversation.messages.some((message) => message.id === question.parentId)) {
      throw new TuttiError('not-found', `The message ${question.parentId} to answer below is not in this conversation.`)
    }
    const asked = this.#asMessage(question)
    const branch = [...branchTo(conversation.messages, question.parentId), asked]
    const answer = this.#answerTo(asked, question)
    const edited = conversation.messages.find((message) => message.role === 'user' && message.parentId === question.parentId)
    const replaced = edited && conversation.messages.find((message) => message.parentId === edited.id)
    const runId = await this.#start({ ...question, systemPrompt: conversation.systemPrompt, branch, question: asked, answer })
    if (conversation.messages.length === 0 && conversation.title === '') {
      const title = titleOf(question.text, question.attachments[0]?.name)
      await this.#parts.conversations.update(conversation.id, { title }, this.#parts.clock.now())
    }
    if (replaced) await this.#parts.signals.record('question-edited', replaced)
    await this.#parts.onMessage(asked)
    await this.#parts.onMessage({ ...answer, runId })
    return { question: asked, answer: { ...answer, runId }, runId }
  }

  /** A second answer to the same question, as a branch beside the first. */
  async askAgain(
    input: Narrowing & { answerId: MessageId; presetId: PresetId; allowNoPrice: boolean },
  ): Promise<{ answer: Message; runId: RunId }> {
    const old = await this.#answer(input.answerId)
    const conversation = await this.#conversation(old.conversationId)
    const branch = branchTo(conversation.messages, old.parentId)
    const asked = branch.at(-1)
    if (!asked) throw new TuttiError('not-found', `The question of answer ${old.id} is gone.`)
    const command = await this.#parts.commandAgain?.(old, asked)
    if (command) return command
    const answer = this.#answerTo(asked, input)
    const runId = await this.#start({ ...input, systemPrompt: conversation.systemPrompt, branch, answer })
    await this.#parts.signals.record('asked-again', old)
    await this.#parts.onMessage({ ...answer, runId })
    return { answer: { ...answer, runId }, runId }
  }

  /** Asks one member (again) in a new run that keeps what the others answered. */
  async retryMember({ answerId, speaker }: { answerId: MessageId; speaker: string }): Promise<{ answer: Message; runId: RunId }> {
    const answer = await this.#answer(answerId)
    const history = answer.runId === null ? null : await this.#parts.journal.history(answer.runId)
    if (!history) throw failure('not-found', say('gone.run-of-answer'))
    if (history.run.state === 'running') {
      throw failure('invalid-input', say('refused.retry-running'))
    }
    if (history.run.orchestrator === 'pipeline') {
      throw failure('invalid-input', say('refused.step-again'))
    }
    const view = await this.#parts.runner.view(history.run.id)
    const others = new Set(view.speakers.filter(({ id, role }) => role === 'member' && id !== speaker).map(({ id }) => id))
    const kept = history.effects.filter((effect) => effect.kind === 'model' && effect.outcome.ok && isOf(effect, others))
    const input = AdvancedInput.parse(history.run.input)
    // Without it a vote that the kept answers decide would never come to the member that is asked again.
    const mustAsk = [speaker, ...[...others].filter((id) => kept.some((effect) => isOf(effect, new Set([id]))))]
    const { clock } = this.#parts
    const run: RunRecord = {
      ...history.run,
      id: this.#newRunId(),
      forkOf: history.run.id,
      input: { ...input, mustAsk },
      state: 'running',
      startedAt: clock.now(),
    }
    const message: Message = { ...answer, runId: run.id, mainSpeaker: null, text: '' }
    await this.#parts.runner.start({
      record: run,
      started: this.#started(run, input, view),
      kept,
      store: async ({ events, effects }) => {
        const { journal, conversations } = this.#parts
        // Queued in one turn, so that they are committed together.
        await Promise.all([
          journal.createRun(run, events),
          ...effects.map((effect) => journal.commit({ runId: run.id, effect })),
          conversations.setMainSpeaker(answer.id, null, ''),
          conversations.setRun(answer.id, run.id),
        ])
      },
    })
    await this.#parts.signals.record('member-asked-again', answer, speaker)
    await this.#parts.onMessage(message)
    return { answer: message, runId: run.id }
  }

  /** Makes one member's answer the one that the next turn builds on; null: the agreed one again. */
  async chooseMain(input: { answerId: MessageId; speaker: string | null }): Promise<Message> {
    const changed = await this.setMain(input)
    await this.#parts.signals.record(input.speaker === null ? 'main-unset' : 'main-chosen', changed, input.speaker)
    await this.#parts.onMessage(changed)
    return changed
  }

  /** What the user thinks of an answer; null takes it back. */
  async rate({ answerId, thumb }: { answerId: MessageId; thumb: 'up' | 'down' | null }): Promise<Message> {
    const answer = await this.#answer(answerId)
    await this.#parts.conversations.setThumb(answer.id, thumb)
    await this.#parts.signals.record(thumb === null ? 'thumb-unset' : `thumb-${thumb}`, answer)
    const { thumb: _, ...rest } = answer
    const changed: Message = thumb === null ? rest : { ...rest, thumb }
    await this.#parts.onMessage(changed)
    return changed
  }

  /** Without a word to windows and signals: a vote tells its own. */
  async setMain(input: { answerId: MessageId; speaker: string | null }): Promise<Message> {
    const answer = await this.#answer(input.answerId)
    if (answer.runId === null) throw new TuttiError('not-found', `Answer ${answer.id} has no run.`)
    const view = await this.#parts.runner.view(answer.runId)
    const speaker = view.speakers.find((candidate) => candidate.id === input.speaker)
    if (input.speaker !== null && (!speaker || speaker.text === '')) {
      throw new TuttiError(
        'invalid-input',
        `Member “${input.speaker}” has no text that could be the main answer. Choose one that answered.`,
      )
    }
    const text = speaker?.text ?? view.outcome?.answer ?? ''
    await this.#parts.conversations.setMainSpeaker(answer.id, input.speaker, text)
    return { ...answer, mainSpeaker: input.speaker, text }
  }

  async #start(
    ask: Narrowing & {
      presetId: PresetId
      systemPrompt: string
      branch: Message[]
      question?: Message
      answer: Message
      allowNoPrice: boolean
      budgetMicros?: number | undefined
    },
  ): Promise<RunId> {
    const { clock, conversations, runner } = this.#parts
    const preset = await this.#preset(ask.presetId, ask)
    const budgetMicros = ask.budgetMicros ?? preset.budgetMicros
    const planned = planQuestion({ ...ask, preset, turns: turnsOf(ask.branch), budgetMicros }, this.#parts)
    const { input, orchestrator } = planned
    const last = ask.branch.at(-1)
    const record: RunRecord = {
      id: this.#newRunId(),
      parentId: null,
      forkOf: null,
      orchestrator: orchestrator.id,
      orchestratorVersion: orchestrator.version,
      appVersion: this.#parts.appVersion,
      seed: clock.id(),
      input,
      title: titleOf(last?.text ?? '', last?.attachments[0]?.name),
      state: 'running',
      budgetMicros,
      allowNoPrice: ask.allowNoPrice,
      conversationId: ask.answer.conversationId,
      messageId: ask.answer.id,
      startedAt: clock.now(),
    }
    const { question } = ask
    await runner.start({
      record,
      started: this.#started(record, input, { presetId: preset.id, presetName: preset.name }),
      decisions: [...planned.decisions, ...this.#budgetDecision(record, input)],
      store: ({ events }) =>
        conversations.addTurn({
          ...(question === undefined ? {} : { question }),
          answer: { ...ask.answer, runId: record.id },
          run: record,
          events,
        }),
    })
    this.#parts.onAuto?.(planned.hits)
    return record.id
  }

  async #preset(id: PresetId, narrowing: Narrowing): Promise<NarrowedPreset> {
    const preset = narrowPreset(this.#parts.preset(id), narrowing)
    if (preset.asked.length === 0) {
      throw new TuttiError(
        'invalid-input',
        `“${preset.name}” has no members. Turn models on under Settings, Models and prices, or add members to it.`,
      )
    }
    await this.#parts.prepare(preset.asked.flatMap((member) => [member.model, ...member.fallbacks]))
    return preset
  }

  #started(run: RunRecord, input: AdvancedInput, preset: Pick<RunView, 'presetId' | 'presetName'>) {
    const { conversationId, messageId, title } = run
    return {
      type: 'run-started' as const,
      conversationId,
      messageId,
      title,
      presetId: preset.presetId,
      presetName: preset.presetName,
      strategy: input.settings.strategy,
      speakers: speakersOf(input, this.#parts.models()),
      budgetMicros: this.#parts.ledger.runLimit(run.budgetMicros),
      atMostMicros: estimate(input, this.#parts).atMostMicros,
    }
  }

  /** What the run may cost, set against its limit; nothing where it is free or has none. */
  #budgetDecision(run: RunRecord, input: AdvancedInput): Decision[] {
    const limit = this.#parts.ledger.runLimit(run.budgetMicros)
    const { atMostMicros, free } = estimate(input, this.#parts)
    if (free || limit === null) return []
    const reason = say('budget.checked.why', { cost: atMostMicros, limit })
    return [{ ...told({ title: say('budget.checked'), reason }), chosen: [], among: [] }]
  }

  #asMessage({ conversationId, parentId, text, attachments }: Question): Message {
    const id = MessageId.parse(this.#parts.clock.id())
    return {
      id,
      conversationId,
      parentId,
      role: 'user',
      text,
      attachments,
      runId: null,
      mainSpeaker: null,
      createdAt: this.#parts.clock.now(),
    }
  }

  #answerTo(question: Message, { blind = false }: Narrowing): Message {
    const id = MessageId.parse(this.#parts.clock.id())
    const { pinned: _, ...rest } = question
    return {
      ...rest,
      id,
      parentId: question.id,
      role: 'assistant',
      text: '',
      attachments: [],
      createdAt: this.#parts.clock.now(),
      ...(blind ? { blind: 'hidden' } : {}),
    }
  }

  #newRunId(): RunId {
    return RunId.parse(this.#parts.clock.id())
  }

  async #conversation(id: ConversationId) {
    const conversation = await this.#parts.conversations.get(id)
    if (!conversation) throw failure('not-found', say('gone.conversation', { id }))
    return conversation
  }

  async #answer(id: MessageId): Promise<Message> {
    const message = await this.#parts.conversations.message(id)
    if (message?.role !== 'assistant') throw new TuttiError('not-found', `There is no answer ${id}.`)
    return message
  }
}

/** Whether a branch of the effect's path is one of these members. */
function isOf(effect: EffectRecord, members: ReadonlySet<string>): boolean {
  return originalPath(effect.path)
    .split('/')
    .some((key) => members.has(key))
}
