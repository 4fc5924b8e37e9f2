import { TuttiError } from '../../shared/errors.ts'
import { RunId } from '../../shared/ids.ts'
import type { RunState, RunView } from '../../shared/run.ts'
import type { EffectView, RunFilter, RunInspection, RunQuery, RunSummary } from '../../shared/run-inspection.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { Clock } from '../kernel/clock.ts'
import { originalPath } from '../kernel/effect-journal.ts'
import type { EffectRecord, Journal, RunHistory, RunRecord } from '../kernel/journal.ts'
import { limitOf } from '../kernel/limit-path.ts'
import type { LiveRun } from '../kernel/live-run.ts'
import type { Runner } from '../kernel/runner.ts'

export interface RunsParts {
  readonly journal: Journal
  readonly runner: Runner
  readonly clock: Clock
}

const STATES: Readonly<Record<RunFilter, readonly RunState[]>> = {
  all: [],
  running: ['running'],
  waiting: ['running'],
  done: ['done'],
  failed: ['failed', 'cancelled', 'diverged'],
}

/** What the Orchestration tab shows of runs and does to them. */
export class Runs {
  readonly #parts: RunsParts

  constructor(parts: RunsParts) {
    this.#parts = parts
  }

  /**
   * Newest first. Which of those that run wait for a person is known of each run alone, so more of them may be looked at; runs of the Lab
   * wait for people too.
   */
  async list({ filter, limit, ...query }: RunQuery): Promise<RunSummary[]> {
    const rows: RunSummary[] = []
    const lab = filter === 'waiting' ? null : query.lab
    for (let { after } = query; ; ) {
      const records = await this.#parts.journal.recent({ ...query, lab, states: STATES[filter], limit, after })
      for (const record of records) {
        const row = summaryOf(record, await this.#parts.runner.view(record.id))
        if (filter !== 'waiting' || row.waitsForYou > 0) rows.push(row)
        if (rows.length === limit) return rows
      }
      const last = records.at(-1)
      if (last === undefined || records.length < limit) return rows
      after = last.id
    }
  }

  async inspect(id: RunId): Promise<RunInspection> {
    const history = await this.#history(id)
    const { run, effects, attempts } = history
    const finished = new Set(effects.map((effect) => effect.path))
    return {
      view: await this.#parts.runner.view(id),
      orchestrator: run.orchestrator,
      orchestratorVersion: run.orchestratorVersion,
      appVersion: run.appVersion,
      effects: effects.map((effect) => effectView(effect, history)),
      open: attempts.filter((attempt) => !finished.has(attempt.path)),
      forkOf: run.forkOf,
    }
  }

  async pause(id: RunId): Promise<void> {
    await this.#live(id).pause()
  }

  async unpause(id: RunId): Promise<void> {
    await this.#live(id).unpause()
  }

  /** Ends a wait of a run; resolves when the answer is durable. */
  async answer(id: RunId, path: string, value: string): Promise<void> {
    await this.#live(id).answer(path, value)
  }

  /** A new run from the same input that takes over what was finished before the effect at `before`; null: all that is unchanged. */
  async fork(id: RunId, before: string | null): Promise<{ runId: RunId }> {
    const { clock, journal, runner } = this.#parts
    const { run, effects } = await this.#history(id)
    if (runner.live(id)) throw failure('invalid-input', say('refused.fork-running'))
    const end = before === null ? effects.length : effects.findIndex((effect) => originalPath(effect.path) === before)
    if (end < 0) throw new TuttiError('not-found', `This run has no finished effect at “${before}”. Choose one of its list.`)
    const kept = effects.slice(0, end).filter((effect) => effect.outcome.ok && effect.kind !== 'all' && limitOf(effect.path) === null)
    const record: RunRecord = { ...run, id: RunId.parse(clock.id()), forkOf: id, state: 'running', messageId: null, startedAt: clock.now() }
    const view = await runner.view(id)
    await runner.start({
      record,
      kept,
      started: startedAgain(view),
      store: async ({ events, effects: taken }) => {
        await Promise.all([journal.createRun(record, events), ...taken.map((effect) => journal.commit({ runId: record.id, effect }))])
      },
    })
    return { runId: record.id }
  }

  #live(id: RunId): LiveRun {
    const live = this.#parts.runner.live(id)
    if (live) return live
    throw failure('not-found', say('refused.run-ended'))
  }

  async #history(id: RunId): Promise<RunHistory> {
    const history = await this.#parts.journal.history(id)
    if (!history) throw failure('not-found', say('gone.run', { id }))
    return history
  }
}

function startedAgain(view: RunView) {
  const { title, presetId, presetName, strategy, speakers, budgetMicros, conversationId } = view
  return {
    type: 'run-started' as const,
    conversationId,
    messageId: null,
    title,
    presetId,
    presetName,
    strategy,
    budgetMicros,
    ...(view.atMostMicros === null ? {} : { atMostMicros: view.atMostMicros }),
    speakers: speakers.map(({ id, role, number, model, label, provider, simulated }) => ({
      id,
      role,
      number,
      model,
      label,
      provider,
      simulated,
    })),
  }
}

function summaryOf(record: RunRecord, view: RunView): RunSummary {
  return {
    id: record.id,
    title: record.title,
    orchestrator: record.orchestrator,
    presetId: view.presetId,
    presetName: view.presetName,
    state: view.state,
    paused: view.paused,
    waitsForYou: view.waits.filter((wait) => wait.kind !== 'timer').length,
    conversationId: record.conversationId,
    costMicros: view.costMicros,
    startedAt: record.startedAt,
    endedAt: view.endedAt,
  }
}

function effectView(effect: EffectRecord, { attempts }: RunHistory): EffectView {
  const { path, kind, digest, input, outcome, endedAt } = effect
  return {
    path: originalPath(path),
    kind,
    digest,
    input: input ?? null,
    outcome,
    endedAt,
    attempts: attempts.filter((attempt) => attempt.path === path),
  }
}
