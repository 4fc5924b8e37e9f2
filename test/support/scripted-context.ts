import { type AllRecord, runAll } from '../../src/main/kernel/all.ts'
import { decisionOf } from '../../src/main/kernel/asked.ts'
import type { RunContext } from '../../src/main/kernel/context.ts'
import { TuttiError } from '../../src/shared/errors.ts'
import { RunId } from '../../src/shared/ids.ts'
import { type ModelAnswer, type ModelRequest, NO_USAGE, type StopReason } from '../../src/shared/model.ts'
import type { Decision } from '../../src/shared/run.ts'
import { VirtualClock } from './virtual-clock.ts'

/** What a speaker does when it is asked. */
export type Reply =
  | { readonly text: string; readonly afterMs?: number; readonly stop?: StopReason }
  | { readonly fails: TuttiError; readonly afterMs?: number }

export type Ask = (request: ModelRequest, signal: AbortSignal) => Promise<ModelAnswer>

/** A run context in memory: who answers what and when is scripted by speaker, or computed by `ask`. Time is virtual. */
export class ScriptedRun {
  readonly clock = new VirtualClock()
  /** Requests in the order in which they were made. */
  readonly calls: ModelRequest[] = []
  readonly notes: Decision[] = []
  readonly progress: { done: number; total: number }[] = []
  /** Speakers that were being asked when they were dropped or cancelled. */
  readonly cut: string[] = []
  readonly context: RunContext
  readonly #controller = new AbortController()
  readonly #ask: Ask
  /** Records of `all` by order; given again to a second run they are replayed. */
  readonly #records: AllRecord[] = []
  readonly #replayed: readonly AllRecord[]

  constructor(script: Readonly<Record<string, Reply>> | Ask, replayed: readonly AllRecord[] = []) {
    this.#replayed = replayed
    this.#ask = typeof script === 'function' ? script : (request, signal) => this.#play(script[request.speaker], request, signal)
    this.context = this.#contextOf(this.#controller.signal)
  }

  get records(): readonly AllRecord[] {
    return this.#records
  }

  /** Cancels the run after `ms` of virtual time. */
  cancelAfter(ms: number): void {
    void this.clock.sleep(ms).then(() => this.#controller.abort(new TuttiError('cancelled', 'Stopped by the user.')))
  }

  /** Speakers that were asked, in that order. */
  get asked(): string[] {
    return this.calls.map(({ speaker }) => speaker)
  }

  get titles(): string[] {
    return this.notes.map(({ title }) => title)
  }

  #contextOf(signal: AbortSignal): RunContext {
    return {
      run: {
        id: RunId.parse('run-1'),
        parentId: null,
        forkOf: null,
        orchestrator: 'advanced',
        orchestratorVersion: 1,
        appVersion: '0',
        seed: 'seed',
        input: null,
        title: '',
        state: 'running',
        budgetMicros: null,
        allowNoPrice: false,
        conversationId: null,
        messageId: null,
        startedAt: 0,
      },
      signal,
      memory: { once: (_key, work) => work(), put: () => unused('put'), get: () => null, read: async () => null },
      model: async (request) => {
        signal.throwIfAborted()
        this.calls.push(request)
        try {
          return await this.#ask(request, signal)
        } catch (thrown) {
          if (signal.aborted) this.cut.push(request.speaker)
          throw thrown
        }
      },
      step: (_name, work) => work(signal),
      dag: () => unused('dag'),
      tool: () => unused('tool'),
      receive: () => unused('receive'),
      approve: () => unused('approve'),
      sleep: () => unused('sleep'),
      compensate: () => unused('compensate'),
      child: (_key, orchestrator, input) => orchestrator.run(this.#contextOf(signal), input),
      all: (tasks, options) =>
        runAll(
          {
            signal,
            branch: (_key, branchSignal) => this.#contextOf(branchSignal),
            recorded: this.#replayed[this.#records.length] ?? null,
            commit: async (record) => {
              this.#records.push(record)
            },
          },
          tasks,
          options,
        ),
      progress: (done, total) => this.progress.push({ done, total }),
      note: (decision) => this.notes.push(decisionOf(decision)),
      now: () => this.clock.now(),
      random: () => 0.5,
      id: () => this.clock.id(),
    }
  }

  async #play(reply: Reply | undefined, request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
    if (reply === undefined) throw new TuttiError('internal', `The script has no reply for ${request.speaker}.`)
    await this.clock.sleep(reply.afterMs ?? 10, signal)
    if ('fails' in reply) throw reply.fails
    return answerOf(request, reply.text, reply.stop)
  }
}

/** An answer of the asked model with this text. */
export function answerOf(request: ModelRequest, text: string, stop: StopReason = 'end'): ModelAnswer {
  return {
    model: request.model,
    text,
    reasoning: '',
    toolCalls: [],
    citations: [],
    stop,
    usage: NO_USAGE,
    costMicros: 0,
    vendorCostMicros: null,
    firstTokenMs: 1,
    totalMs: 10,
    attempts: 1,
    notes: [],
  }
}

/** Strategies ask models and nothing else. */
function unused(name: string): never {
  throw new Error(`A strategy called ${name}.`)
}
