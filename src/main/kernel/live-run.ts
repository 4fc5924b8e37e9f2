import { TuttiError } from '../../shared/errors.ts'
import type { ModelAnswer } from '../../shared/model.ts'
import type { RunEventBody } from '../../shared/run.ts'
import type { Call, CallRun, EffectBook } from './call.ts'
import type { Clock } from './clock.ts'
import type { AttemptRecord, EffectOutcome, EffectRecord, Journal, RunHistory, RunRecord } from './journal.ts'
import { RunLog } from './run-log.ts'

/** One run in this process: its journal in memory, its events, its cancellation. */
export class LiveRun implements EffectBook {
  readonly record: RunRecord
  readonly log: RunLog
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #effects: Map<string, EffectRecord>
  readonly #abort = new AbortController()
  readonly #speakers = new Map<string, AbortController>()
  readonly #callRun: CallRun
  readonly #ask: (call: Call) => Promise<ModelAnswer>
  #flush: Promise<void> | null = null

  constructor(parts: {
    history: RunHistory
    journal: Journal
    clock: Clock
    ask: (call: Call) => Promise<ModelAnswer>
    allowNoPrice: () => boolean
  }) {
    const { history } = parts
    this.record = history.run
    this.#journal = parts.journal
    this.#clock = parts.clock
    this.#ask = parts.ask
    this.#effects = new Map(history.effects.map((effect) => [effect.path, effect]))
    this.#callRun = {
      record: history.run,
      rootId: history.run.id,
      allowNoPrice: () => history.run.allowNoPrice || parts.allowNoPrice(),
      book: this,
    }
    this.log = new RunLog(history.run.id, parts.clock, () => this.#flushSoon(), history.events)
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  now(): number {
    return this.#clock.now()
  }

  /** Reaches every call of the run at once. */
  stop(reason: TuttiError): void {
    this.#abort.abort(reason)
  }

  /** Stops one speaker's call; the run goes on without it. */
  stopSpeaker(speaker: string): void {
    this.#speakers.get(speaker)?.abort(new TuttiError('cancelled', 'Stopped by you.'))
  }

  recall(path: string, digest: string): EffectOutcome | null {
    const effect = this.#effects.get(path)
    if (!effect) return null
    if (effect.digest === digest) return effect.outcome
    throw new TuttiError(
      'diverged',
      `The journal of this run holds another request at “${path}” than the one that is made now, so the code or a preset has changed since. Nothing was sent or paid. Ask again to start a new run.`,
      { data: { path } },
    )
  }

  /** When the effect at `path` ended (epoch ms), where it is committed. */
  endOf(path: string): number | undefined {
    return this.#effects.get(path)?.endedAt
  }

  async commit(effect: EffectRecord, call?: Call): Promise<void> {
    this.#effects.set(effect.path, effect)
    await this.#journal.commit({
      runId: this.record.id,
      effect,
      events: this.log.takePending(),
      ...(call === undefined ? {} : { attempts: call.attempts }),
    })
  }

  emit(body: RunEventBody, key?: string): void {
    this.log.append(body, key)
  }

  /** Sends a call down the road, cancellable by the branch, the run and for its speaker alone. */
  async ask(call: Pick<Call, 'path' | 'digest' | 'request' | 'signal'>): Promise<ModelAnswer> {
    const { speaker } = call.request
    const controller = new AbortController()
    this.#speakers.set(speaker, controller)
    const attempts: AttemptRecord[] = []
    try {
      return await this.#ask({
        ...call,
        run: this.#callRun,
        signal: AbortSignal.any([call.signal, controller.signal]),
        attempt: 0,
        attempts,
        emit: (body, key) => this.emit(body, key),
        onDelta: (channel, text) => this.log.delta(speaker, channel, text),
      })
    } finally {
      this.#speakers.delete(speaker)
    }
  }

  /** Events that no effect's commit takes along are stored at the end of the turn. */
  #flushSoon(): void {
    this.#flush ??= Promise.resolve()
      .then(() => {
        this.#flush = null
        const events = this.log.takePending()
        return events.length === 0 ? undefined : this.#journal.commit({ runId: this.record.id, events })
      })
      .catch((thrown) => this.stop(TuttiError.from(thrown)))
  }
}
