import { setImmediate as nextTurn } from 'node:timers/promises'
import { TuttiError } from '../../shared/errors.ts'
import { RunId } from '../../shared/ids.ts'
import type { RecordedAnswer } from '../../shared/lab.ts'
import { type ModelAnswer, NO_USAGE } from '../../shared/model.ts'
import type { RunView, Speaker } from '../../shared/run.ts'
import type { Call } from '../kernel/call.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RunRecord } from '../kernel/journal.ts'
import { recordedRunner } from '../kernel/recorded-runner.ts'
import type { Runnable, Runner } from '../kernel/runner.ts'
import { VirtualClock } from './virtual-clock.ts'

/** Finds what a model answered to a question when it was recorded; undefined where it was not asked. */
export type FindAnswer = (question: string, model: string) => RecordedAnswer | undefined

/**
 * The kernel over recorded answers: the product's own orchestrators, with time, price and words of models that were asked before. Nothing
 * is asked, paid or stored.
 */
export class RecordedCore {
  readonly #runner: Runner
  readonly #clock: Clock
  readonly #orchestrators: ReadonlyMap<string, Runnable>
  #runs = 0

  constructor(orchestrators: readonly Runnable[], find: FindAnswer, clock: Clock = new VirtualClock()) {
    this.#clock = clock
    this.#orchestrators = new Map(orchestrators.map((orchestrator) => [orchestrator.id, orchestrator]))
    this.#runner = recordedRunner({ history: null, orchestrators, clock, answer: (call) => answerOf(call, find, clock) })
  }

  /** Runs an orchestrator to its end; a failing run is a view with an error. */
  async run(
    orchestrator: string,
    input: unknown,
    started: { readonly title: string; readonly speakers: readonly Speaker[] },
  ): Promise<RunView> {
    this.#runs += 1
    const id = RunId.parse(`recorded-${this.#runs}`)
    const record: RunRecord = {
      id,
      parentId: null,
      forkOf: null,
      orchestrator,
      orchestratorVersion: this.#orchestrators.get(orchestrator)?.version ?? 1,
      appVersion: '',
      seed: started.title,
      input,
      state: 'running',
      title: started.title,
      budgetMicros: null,
      allowNoPrice: true,
      conversationId: null,
      messageId: null,
      startedAt: this.#clock.now(),
    }
    const live = await this.#runner.start({
      record,
      started: {
        type: 'run-started',
        conversationId: null,
        messageId: null,
        title: started.title,
        presetId: null,
        presetName: '',
        strategy: null,
        speakers: [...started.speakers],
        budgetMicros: null,
      },
      store: async () => undefined,
    })
    await this.#runner.ended(id)
    // Weak references are let go between turns alone, and recorded answers come without one.
    await nextTurn()
    return live.log.view
  }
}

async function answerOf(call: Call, find: FindAnswer, clock: Clock): Promise<ModelAnswer> {
  const { request } = call
  const question = request.turns
    .findLast(({ role }) => role === 'user')
    ?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n')
  const recorded = find(question ?? '', request.model)
  if (recorded === undefined) throw new TuttiError('not-found', `${request.model} was not asked this question when it was recorded.`)
  if (recorded.latencyMs !== null && recorded.latencyMs > 0) await clock.sleep(recorded.latencyMs, call.signal)
  if (recorded.text === null) throw new TuttiError('malformed', `${request.model} gave no usable answer when it was recorded.`)
  return {
    model: request.model,
    text: recorded.text,
    reasoning: '',
    toolCalls: [],
    citations: [],
    stop: 'end',
    usage: NO_USAGE,
    costMicros: recorded.costMicros,
    vendorCostMicros: null,
    firstTokenMs: null,
    totalMs: recorded.latencyMs ?? 0,
    attempts: 1,
    notes: [],
  }
}
