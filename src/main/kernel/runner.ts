import { TuttiError } from '../../shared/errors.ts'
import { RunId } from '../../shared/ids.ts'
import type { ModelAnswer } from '../../shared/model.ts'
import type { Decision, Outcome, RunEvent, RunEventBody, RunView } from '../../shared/run.ts'
import { runViewOf } from '../../shared/run-view.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import { tellEntry } from './branch-memory.ts'
import type { Ledger } from './budget.ts'
import type { Call } from './call.ts'
import type { Clock } from './clock.ts'
import { closeRun } from './close-run.ts'
import type { Orchestrator, RunContext } from './context.ts'
import { KEPT, originalPath } from './effect-journal.ts'
import type { EventTopic } from './event-topic.ts'
import type { EffectRecord, Journal, RunHistory, RunRecord } from './journal.ts'
import { LiveRun } from './live-run.ts'
import type { MemoryEntry } from './memory/memory-entry.ts'
import { MemorySpaces } from './memory/memory-spaces.ts'
import type { MemoryStore } from './memory/memory-store.ts'
import { OuterMemory } from './memory/outer-memory.ts'
import type { Resources } from './resources/resources.ts'
import { rootContext } from './run-context.ts'
import type { FindTool } from './tool.ts'
import { undoRun } from './undo-run.ts'

/** An orchestrator that answers questions, its input still to be parsed. */
export interface Runnable {
  readonly id: string
  readonly version: number
  run(ctx: RunContext, input: unknown): Promise<Outcome>
}

export function runnable<I>(orchestrator: Orchestrator<I, Outcome>): Runnable {
  const { id, version } = orchestrator
  return { id, version, run: (ctx, input) => orchestrator.run(ctx, orchestrator.input.parse(input)) }
}

export interface RunnerParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly ledger: Ledger
  /** Opens the topic of a run's events. */
  readonly topicOf: (id: RunId, after: number) => EventTopic<RunEvent>
  /** The whole road, from journal look-up to provider. */
  readonly ask: (call: Call) => Promise<ModelAnswer>
  readonly tools: FindTool
  /** Locks and capacities, shared by all runs. */
  readonly resources: Resources
  /** Keeps the shared context of conversations, projects and the data folder. Left out: it lives as long as the process. */
  readonly memory?: MemoryStore
  readonly allowNoPrice: () => boolean
  readonly orchestrators: readonly Runnable[]
  /** Called at every change that lists show: started, a member finished, ended. */
  readonly onChange: (view: RunView) => void
  /** A run could not be written down. */
  readonly onFault: (error: TuttiError) => void
}

/** What a new run starts from. */
export interface NewRun {
  readonly record: RunRecord
  readonly started: Extract<RunEventBody, { type: 'run-started' }>
  /** Decided before the first call. */
  readonly decisions?: readonly Decision[]
  /** Committed effects of `record.forkOf` that this run takes over: what asks for the same again gets them, unpaid. */
  readonly kept?: readonly EffectRecord[]
  /** Stores the run with whatever must stand or fall with it. */
  readonly store: (history: RunHistory) => Promise<void>
}

/** Starts, resumes and stops runs; knows those that run in this process. */
export class Runner {
  readonly #parts: RunnerParts
  readonly #live = new Map<RunId, { run: LiveRun; done: Promise<void> }>()
  readonly #memories: MemorySpaces
  #closing = false

  constructor(parts: RunnerParts) {
    this.#parts = parts
    const { clock, memory } = parts
    this.#memories = new MemorySpaces({ clock, ...(memory ? { store: memory } : {}), onPut: (entry) => this.#tellOwn(entry) })
  }

  /** Stores the run, then starts it. Resolves when it is stored; the run goes on. */
  async start(fresh: NewRun): Promise<LiveRun> {
    if (this.#closing) throw failure('core-gone', say('stopped.closing'))
    const effects = (fresh.kept ?? []).map((effect) => ({ ...effect, path: `${KEPT}${originalPath(effect.path)}` }))
    const live = await this.#liveRun({ run: fresh.record, effects, attempts: [], events: [] })
    live.emit(fresh.started, 'run-started')
    for (const decision of fresh.decisions ?? []) live.emit({ type: 'decision', decision })
    try {
      await fresh.store({ run: fresh.record, effects, attempts: [], events: live.log.takePending() })
    } catch (thrown) {
      this.#forgetMemory(live)
      throw thrown
    }
    this.#launch(live, 0)
    return live
  }

  /** Starts every run again that was running when the last process ended; finished effects are handed back, not repeated. */
  async resumeAll(): Promise<readonly RunId[]> {
    const records = await this.#parts.journal.unfinished()
    for (const record of records) {
      // One that cannot be read stays as it is; the others go on.
      await this.#resumeStored(record.id).catch((thrown) => this.#parts.onFault(TuttiError.from(thrown)))
    }
    return records.map((record) => record.id)
  }

  /** The run, where it runs in this process. */
  live(id: RunId): LiveRun | null {
    return this.#live.get(id)?.run ?? null
  }

  /** Views of all runs that run in this process. */
  liveViews(): RunView[] {
    return [...this.#live.values()].map(({ run }) => run.log.view)
  }

  /** The view of a run, live or stored. */
  async view(id: RunId): Promise<RunView> {
    const live = this.live(id)
    if (live) return live.log.view
    const events = await this.#parts.journal.events(id)
    if (!events) throw failure('not-found', say('gone.run', { id }))
    return runViewOf(id, events)
  }

  stop(id: RunId, reason = failure('cancelled', say('stopped.by-you'))): void {
    this.live(id)?.stop(reason)
  }

  /** Resolves when the run has ended (at once where it does not run). */
  async ended(id: RunId): Promise<void> {
    await this.#live.get(id)?.done
  }

  /** Stops all calls and leaves the runs open: the next core resumes them. */
  async close(): Promise<void> {
    this.#closing = true
    const runs = [...this.#live.values()]
    for (const { run } of runs) run.stop(failure('core-gone', say('stopped.goes-on')))
    await Promise.all(runs.map(({ done }) => done))
  }

  async #liveRun(history: RunHistory): Promise<LiveRun> {
    const { id, conversationId, projectId = null } = history.run
    const memory = await this.#memories.open({ run: id, global: false })
    const outer = new OuterMemory(this.#memories, { conversation: conversationId, project: projectId })
    return new LiveRun({ ...this.#parts, topic: (after) => this.#parts.topicOf(id, after), history, memory, outer })
  }

  async #resumeStored(id: RunId): Promise<void> {
    const history = await this.#parts.journal.history(id)
    if (history) await this.#resume(history)
  }

  async #resume(history: RunHistory): Promise<void> {
    const lost = history.attempts.filter((attempt) => attempt.state === 'open')
    const closed = lost.map((attempt) => ({
      ...attempt,
      state: 'lost' as const,
      costMicros: attempt.costMicros ?? attempt.reservedMicros,
      endedAt: this.#parts.clock.now(),
    }))
    if (closed.length > 0) await this.#parts.journal.commit({ runId: history.run.id, attempts: closed })
    const attempts = [...history.attempts.filter((attempt) => attempt.state !== 'open'), ...closed]
    const live = await this.#liveRun({ ...history, attempts })
    live.emit({ type: 'run-resumed', repeated: lost.length })
    for (const attempt of lost) {
      const speaker = live.log.view.speakers.find((candidate) => candidate.result === null && attempt.path.startsWith(`${candidate.id}/`))
      if (speaker && attempt.text !== '') live.log.delta(speaker.id, 'text', attempt.text)
    }
    this.#launch(
      live,
      attempts.reduce((sum, attempt) => sum + (attempt.costMicros ?? 0), 0),
    )
  }

  #launch(live: LiveRun, spent: number): void {
    const { id } = live.record
    this.#parts.ledger.openRun(id, live.record.budgetMicros, spent)
    const done = this.#run(live)
      .catch((thrown) => {
        const error = TuttiError.from(thrown)
        // A journal that cannot be written leaves the run open: the next start takes it up.
        if (error.code !== 'core-gone') this.#parts.onFault(error)
      })
      .finally(() => {
        live.log.end()
        this.#parts.ledger.closeRun(id)
        this.#live.delete(id)
        this.#forgetMemory(live)
        this.#parts.onChange(live.log.view)
      })
    this.#live.set(id, { run: live, done })
    this.#parts.onChange(live.log.view)
  }

  async #run(live: LiveRun): Promise<void> {
    const { record } = live
    let outcome: Outcome
    try {
      outcome = await this.#orchestrator(record).run(rootContext(live), record.input)
    } catch (thrown) {
      if (isGone(live)) return await live.flush()
      const error = whyItEnded(live, thrown)
      if (error.code !== 'diverged') await undoRun(live, error)
      const state = error.code === 'cancelled' ? 'cancelled' : error.code === 'diverged' ? 'diverged' : 'failed'
      return await closeRun(live, this.#parts.journal, { state, outcome: null, error: error.toInfo() })
    }
    if (isGone(live)) return await live.flush()
    await closeRun(live, this.#parts.journal, { state: 'done', outcome, error: null })
  }

  #forgetMemory(live: LiveRun): void {
    live.outer.close()
    this.#memories.close({ run: live.record.id, global: false })
  }

  /** What branches share is shown with their run; what goes to a scope around it is told by the branch that puts it. */
  #tellOwn(entry: MemoryEntry): void {
    const live = entry.place.scope === 'run' ? this.live(RunId.parse(entry.place.id)) : null
    if (live) tellEntry(live, entry)
  }

  #orchestrator(record: RunRecord): Runnable {
    const orchestrator = this.#parts.orchestrators.find((candidate) => candidate.id === record.orchestrator)
    if (orchestrator) return orchestrator
    throw new TuttiError(
      'diverged',
      `This run was started by the orchestrator “${record.orchestrator}”, which this Tutti does not have. Ask again to start a new run.`,
    )
  }
}

/** The core stops: whatever an orchestrator makes of that, its run goes on at the next start. */
function isGone({ signal }: LiveRun): boolean {
  return signal.aborted && TuttiError.from(signal.reason).code === 'core-gone'
}

/** An orchestrator may turn the end of its calls into an error of its own; that the run was stopped is the reason all the same. */
function whyItEnded({ signal, log }: LiveRun, thrown: unknown): TuttiError {
  if (log.stopping !== null) return TuttiError.fromInfo(log.stopping)
  return TuttiError.from(signal.aborted ? signal.reason : thrown)
}
