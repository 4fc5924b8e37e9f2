import { type ErrorInfo, TuttiError } from '../../shared/errors.ts'
import { type ModelRef, splitModelRef } from '../../shared/ids.ts'
import type { ModelAnswer } from '../../shared/model.ts'
import type { RunEvent, RunEventBody, RunView } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { LimitScope } from './budget.ts'
import type { Call, CallRun, EffectBook } from './call.ts'
import type { Clock } from './clock.ts'
import { EffectJournal } from './effect-journal.ts'
import type { OpenTopic } from './event-topic.ts'
import type { AttemptRecord, EffectOutcome, EffectRecord, Journal, RunHistory, RunRecord } from './journal.ts'
import { LimitQuestions } from './limit-questions.ts'
import type { OuterMemory } from './memory/outer-memory.ts'
import type { SharedMemory } from './memory/shared-memory.ts'
import { PauseGate } from './pause-gate.ts'
import { callPriority } from './priority.ts'
import type { Resources } from './resources/resources.ts'
import { RunLog } from './run-log.ts'
import type { Compensation } from './saga.ts'
import type { FindTool } from './tool.ts'
import { notWaiting, Waits } from './waits.ts'

export interface LiveRunParts {
  readonly history: RunHistory
  readonly journal: Journal
  readonly clock: Clock
  /** Where the run's events go out. */
  readonly topic: OpenTopic<RunEvent>
  readonly ask: (call: Call) => Promise<ModelAnswer>
  readonly tools: FindTool
  readonly memory: SharedMemory
  readonly outer: OuterMemory
  readonly resources: Resources
  readonly allowNoPrice: () => boolean
  /** Called when a member has finished, which lists of runs count. */
  readonly onChange: (view: RunView) => void
}

/** Events after which lists of runs and conversations look different. */
const SHOWN_IN_LISTS: ReadonlySet<RunEventBody['type']> = new Set([
  'speaker-finished',
  'wait-opened',
  'wait-closed',
  'run-paused',
  'run-unpaused',
  'run-stopping',
])

/** What is not part of an effect is at most this far behind the screen. */
const FLUSH_MS = 100

/** One run in this process: its journal in memory, its events, its waits, its cancellation. */
export class LiveRun implements EffectBook {
  readonly record: RunRecord
  readonly log: RunLog
  readonly waits = new Waits()
  readonly compensations: Compensation[] = []
  readonly clock: Clock
  readonly tools: FindTool
  readonly memory: SharedMemory
  readonly outer: OuterMemory
  readonly resources: Resources
  readonly #journal: Journal
  readonly #effects: EffectJournal
  readonly #limits: LimitQuestions
  /** Of earlier processes: they keep their numbers and their cost. */
  readonly #pastAttempts: readonly AttemptRecord[]
  readonly #gate = new PauseGate()
  readonly #abort = new AbortController()
  /** Ends compensations too: the core stops. */
  readonly #gone = new AbortController()
  readonly #speakers = new Map<string, AbortController>()
  readonly #callRun: CallRun
  readonly #ask: (call: Call) => Promise<ModelAnswer>
  readonly #onChange: (view: RunView) => void
  #flush: NodeJS.Timeout | null = null
  /** The newest commit of a call's outcome; those before it are written before it. */
  #behind: Promise<void> = Promise.resolve()
  #fault: TuttiError | null = null

  constructor({ history, journal, clock, topic, ask, tools, memory, outer, resources, allowNoPrice, onChange }: LiveRunParts) {
    this.record = history.run
    this.clock = clock
    this.tools = tools
    this.memory = memory
    this.outer = outer
    this.resources = resources
    this.#journal = journal
    this.#ask = ask
    this.#onChange = onChange
    this.#effects = new EffectJournal(history.effects)
    this.#limits = new LimitQuestions(this, history.effects)
    this.#pastAttempts = history.attempts
    this.#callRun = {
      record: history.run,
      rootId: history.run.id,
      allowNoPrice: () => history.run.allowNoPrice || allowNoPrice(),
      book: this,
    }
    this.log = new RunLog(history.run.id, topic, () => this.#flushSoon(), history.events)
    if (this.log.view.paused) this.#gate.pause()
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Of compensations: aborted only when the core stops. */
  get undoSignal(): AbortSignal {
    return this.#gone.signal
  }

  now(): number {
    return this.clock.now()
  }

  /** Reaches every call of the run at once. */
  stop(reason: TuttiError): void {
    this.#abort.abort(reason)
    if (reason.code === 'core-gone') this.#gone.abort(reason)
  }

  /** Stops one speaker's call; the run goes on without it. */
  stopSpeaker(speaker: string): void {
    this.#speakers.get(speaker)?.abort(failure('cancelled', say('stopped.by-you')))
  }

  /** Calls in flight go on; nothing new starts. Survives a restart. */
  async pause(): Promise<void> {
    if (this.#gate.paused) return
    this.#gate.pause()
    await this.emitDurably({ type: 'run-paused' })
  }

  async unpause(): Promise<void> {
    if (!this.#gate.paused) return
    await this.emitDurably({ type: 'run-unpaused' })
    this.#gate.unpause()
  }

  /** Ends a wait with a person's answer; resolves when it is durable. */
  async answer(path: string, value: string): Promise<void> {
    if (!this.log.view.waits.some((wait) => wait.path === path)) {
      throw notWaiting()
    }
    await this.waits.answer(path, value, this.#gone.signal)
  }

  recall(path: string, digest: string): EffectOutcome | null {
    return this.#effects.recall(path, digest)
  }

  /** Resolves when a new effect may start that commits no intent of its own before it leaves. */
  async admit(effect: { readonly signal: AbortSignal; readonly undoing: boolean }): Promise<void> {
    await this.committed()
    await this.admitCall(effect)
  }

  async admitCall({ signal, undoing }: { readonly signal: AbortSignal; readonly undoing: boolean }): Promise<void> {
    if (this.#fault !== null) throw this.#fault
    if (undoing) return
    // A run that was being stopped when its process died: what was done is handed back, nothing new is begun.
    const { stopping } = this.log
    if (stopping !== null) throw TuttiError.fromInfo(stopping)
    await this.#gate.pass(signal)
    signal.throwIfAborted()
  }

  mayPass(call: Call, scope: LimitScope, refusal: ErrorInfo): Promise<boolean> {
    return this.#limits.mayPass(call, scope, refusal)
  }

  /** Revisions of plans that were committed before this process. */
  get revisions(): readonly EffectRecord[] {
    return this.#effects.revisions
  }

  /** When the effect at `path` ended (epoch ms), where it is committed. */
  endOf(path: string): number | undefined {
    return this.#effects.endOf(path)
  }

  /**
   * Nobody waits for the outcome of a call to be written: the next call commits its intent, behind it and with it, before it leaves, and
   * everything else waits in `admit`. One that cannot be written stops the run where it is; it stays open for the next start.
   */
  commitCall(effect: EffectRecord, call: Call): void {
    this.#behind = this.commit(effect, call).catch((thrown) => {
      this.#fault ??= TuttiError.from(thrown)
      this.stop(this.#fault)
    })
  }

  /** Resolves when the outcomes of all calls so far are durable; rejects where one could not be written. */
  async committed(): Promise<void> {
    await this.#behind
    if (this.#fault !== null) throw this.#fault
  }

  async commit(effect: EffectRecord, call?: Call): Promise<void> {
    this.#effects.add(effect)
    await this.#journal.commit({
      runId: this.record.id,
      effect,
      events: this.log.takePending(),
      ...(call === undefined ? {} : { attempts: call.attempts }),
    })
  }

  emit(body: RunEventBody, key?: string): void {
    this.log.append(body, key)
    if (SHOWN_IN_LISTS.has(body.type)) this.#onChange(this.log.view)
  }

  /** Resolves when the event, and all before it, are stored. */
  async emitDurably(body: RunEventBody, key?: string): Promise<void> {
    this.emit(body, key)
    await this.#journal.commit({ runId: this.record.id, events: this.log.takePending() })
  }

  /** Sends a call down the road, cancellable by the branch, the run and for its speaker alone. `priority`: of its branch within the run. */
  async ask(call: Pick<Call, 'path' | 'digest' | 'request' | 'signal' | 'priority' | 'slot' | 'undoing'>): Promise<ModelAnswer> {
    const { speaker, label, model } = call.request
    if (label !== undefined) this.#join(speaker, label, model)
    const controller = new AbortController()
    // By hand: AbortSignal.any costs more than the rest of the road's first link.
    const follow = () => controller.abort(call.signal.reason)
    call.signal.addEventListener('abort', follow, { once: true })
    this.#speakers.set(speaker, controller)
    const past = this.#pastAttempts.filter((attempt) => attempt.path === call.path)
    try {
      return await this.#ask({
        ...call,
        run: this.#callRun,
        signal: controller.signal,
        priority: callPriority(this.record, call.priority),
        attempt: 0,
        attempts: [...past],
        emit: (body, key) => this.emit(body, key),
        onSent: () => {},
        onDelta: (channel, text) => this.log.delta(speaker, channel, text),
      })
    } finally {
      call.signal.removeEventListener('abort', follow)
      this.#speakers.delete(speaker)
    }
  }

  #join(id: string, label: string, model: ModelRef): void {
    const { provider } = splitModelRef(model)
    const number = this.log.view.speakers.length + 1
    const speaker = { id, role: 'member', number, model, label, provider, simulated: provider === 'demo' } as const
    this.emit({ type: 'speaker-joined', speaker }, `joined/${id}`)
  }

  /** Stores what no commit has taken along. */
  async flush(): Promise<void> {
    if (this.#flush !== null) clearTimeout(this.#flush)
    this.#flush = null
    const events = this.log.takePending()
    if (events.length > 0) await this.#journal.commit({ runId: this.record.id, events })
  }

  #flushSoon(): void {
    this.#flush ??= setTimeout(() => {
      this.flush().catch((thrown) => this.stop(TuttiError.from(thrown)))
    }, FLUSH_MS)
  }
}
