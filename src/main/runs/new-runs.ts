import type { Estimate } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import { type ConversationId, type ModelRef, type PresetId, RunId } from '../../shared/ids.ts'
import type { Part, Turn } from '../../shared/model.ts'
import type { PresetView } from '../../shared/preset.ts'
import type { NewRun, OrchestratorInfo } from '../../shared/run-inspection.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import { estimate } from '../conversations/estimate.ts'
import { type Planning, planQuestion } from '../conversations/plan-question.ts'
import { speakersOf } from '../conversations/question.ts'
import { refuseUnusable } from '../conversations/refuse-unusable.ts'
import { titleOf } from '../conversations/title.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal, RunRecord } from '../kernel/journal.ts'
import type { Runner } from '../kernel/runner.ts'
import { advanced } from '../orchestrators/advanced/advanced.ts'
import { AdvancedInput } from '../orchestrators/advanced/input.ts'
import { ASKED, ORCHESTRATORS } from '../orchestrators/registry.ts'

export interface NewRunsParts extends Planning {
  readonly journal: Journal
  readonly runner: Runner
  readonly clock: Clock
  readonly appVersion: string
  readonly preset: (id: PresetId) => PresetView
  /** Makes prices ready where these models may have one. */
  readonly prepare: (models: readonly ModelRef[]) => Promise<void>
  readonly systemPromptOf: (id: ConversationId) => Promise<string>
}

/** Auto chooses among the preset's members, whatever strategy it names. */
const AUTO = { strategy: 'auto' } as const

/** What is the same for a run of a form and for another try of an older one. */
interface Begin {
  readonly preset: PresetView
  readonly systemPrompt: string
  readonly turns: Turn[]
  readonly title: string
  readonly budgetMicros: number | null
  readonly allowNoPrice: boolean
  readonly conversationId: ConversationId | null
  readonly forkOf: RunId | null
}

/** Runs that are started by themselves: from the form of the Orchestration tab, or from an older run with another preset. */
export class NewRuns {
  readonly #parts: NewRunsParts

  constructor(parts: NewRunsParts) {
    this.#parts = parts
  }

  orchestrators(): OrchestratorInfo[] {
    return ORCHESTRATORS.map(({ id, version, inputOf }) => ({ id, version, asked: inputOf !== null }))
  }

  async estimate(ask: NewRun): Promise<Estimate> {
    const preset = await this.#preset(ask)
    const budgetMicros = ask.budgetMicros === undefined ? preset.budgetMicros : ask.budgetMicros
    const planned = planQuestion({ ...ask, preset, systemPrompt: '', turns: turnOf(ask), budgetMicros }, this.#parts)
    return { ...estimate(planned.input, this.#parts), ...(planned.auto === null ? {} : { auto: planned.auto }) }
  }

  async start(ask: NewRun): Promise<{ runId: RunId }> {
    refuseUnusable(ask)
    const preset = await this.#preset(ask)
    const budgetMicros = ask.budgetMicros === undefined ? preset.budgetMicros : ask.budgetMicros
    const title = titleOf(ask.text, ask.attachments[0]?.name)
    const { allowNoPrice } = ask
    return this.#begin({
      preset,
      systemPrompt: '',
      turns: turnOf(ask),
      title,
      budgetMicros,
      allowNoPrice,
      conversationId: null,
      forkOf: null,
    })
  }

  /** Asks what an older run was asked, with another preset. Nothing is taken over: every member answers anew. */
  async askPreset({ id, presetId, allowNoPrice }: { id: RunId; presetId: PresetId; allowNoPrice: boolean }): Promise<{ runId: RunId }> {
    const history = await this.#parts.journal.history(id)
    if (!history) throw failure('not-found', say('gone.run', { id }))
    return this.#begin({ ...(await this.#again(history.run, presetId)), allowNoPrice, forkOf: id })
  }

  /** What another preset would do with what an older run was asked, and how its run would begin. Nothing is started. */
  async planFor(run: RunRecord, presetId: PresetId) {
    const again = await this.#again(run, presetId)
    const planned = planQuestion({ ...again, allowNoPrice: true }, this.#parts)
    return { ...planned, started: this.#startedBy(again, planned.input) }
  }

  async #again({ input, title, conversationId }: RunRecord, presetId: PresetId): Promise<Omit<Begin, 'allowNoPrice' | 'forkOf'>> {
    const asked = AdvancedInput.pick({ turns: true }).safeParse(input)
    if (!asked.success) {
      throw failure('invalid-input', say('refused.no-question'))
    }
    const preset = await this.#preset({ orchestrator: advanced.id, presetId })
    const systemPrompt = conversationId === null ? '' : await this.#parts.systemPromptOf(conversationId)
    return { preset, systemPrompt, turns: asked.data.turns, title, budgetMicros: preset.budgetMicros, conversationId }
  }

  #startedBy({ preset, title, budgetMicros, conversationId }: Omit<Begin, 'allowNoPrice' | 'forkOf'>, input: AdvancedInput) {
    const { ledger, models } = this.#parts
    return {
      type: 'run-started' as const,
      conversationId,
      messageId: null,
      title,
      presetId: preset.id,
      presetName: preset.name,
      strategy: input.settings.strategy,
      speakers: speakersOf(input, models()),
      budgetMicros: ledger.runLimit(budgetMicros),
      atMostMicros: estimate(input, this.#parts).atMostMicros,
    }
  }

  async #begin({ preset, systemPrompt, turns, ...rest }: Begin): Promise<{ runId: RunId }> {
    const { clock, runner, journal, appVersion } = this.#parts
    const { input, orchestrator, decisions } = planQuestion({ ...rest, preset, systemPrompt, turns }, this.#parts)
    const record: RunRecord = {
      ...rest,
      id: RunId.parse(clock.id()),
      parentId: null,
      orchestrator: orchestrator.id,
      orchestratorVersion: orchestrator.version,
      appVersion,
      seed: clock.id(),
      input,
      state: 'running',
      messageId: null,
      startedAt: clock.now(),
    }
    await runner.start({
      record,
      started: this.#startedBy({ ...rest, preset, systemPrompt, turns }, input),
      decisions,
      store: ({ events }) => journal.createRun(record, events),
    })
    return { runId: record.id }
  }

  /** The preset with what the form changed for this run alone. */
  async #preset({
    orchestrator,
    presetId,
    settings,
    members,
  }: Pick<NewRun, 'orchestrator' | 'presetId' | 'settings' | 'members'>): Promise<PresetView> {
    const known = ASKED.map(({ id }) => id)
    if (!known.includes(orchestrator)) {
      throw new TuttiError('invalid-input', `There is no orchestrator “${orchestrator}”. Choose one of: ${known.join(', ')}.`, {
        data: { field: 'orchestrator', value: orchestrator },
      })
    }
    const saved = this.#parts.preset(presetId)
    const preset = { ...saved, settings: orchestrator === 'unified' ? AUTO : (settings ?? saved.settings), asked: members ?? saved.asked }
    if (preset.asked.length === 0) {
      throw new TuttiError(
        'invalid-input',
        `“${preset.name}” has no members. Choose some, or turn models on under Settings, Models and prices.`,
      )
    }
    await this.#parts.prepare(preset.asked.flatMap((member) => [member.model, ...member.fallbacks]))
    return preset
  }
}

/** An empty form is priced as a short question. */
function turnOf({ text, attachments }: Pick<NewRun, 'text' | 'attachments'>): Turn[] {
  const parts: Part[] = attachments.map((attachment) => ({ type: 'attachment', attachment }))
  return [{ role: 'user', parts: [...parts, { type: 'text', text: text === '' ? ' ' : text }] }]
}
