import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { PipelineId, PresetId, RunId } from '../../../shared/ids.ts'
import { Pipeline } from '../../../shared/pipeline.ts'
import { Member, type StrategyId, StrategySettings } from '../../../shared/preset.ts'
import { APP_VERSION } from '../../version.ts'
import type { CoreClient } from '../core/core-connection.ts'
import { followRun } from '../core/follow-run.ts'
import { errorOfCall } from '../core/remote-error.ts'
import { type Seat, takeSeat } from '../core/seat.ts'
import { connectProviders } from './connect-providers.ts'
import type { EngineOptions } from './engine-options.ts'
import { type EngineResult, resultOf } from './engine-result.ts'
import { modelNamed } from './model-named.ts'
import { stepPrompt } from './step-prompt.ts'

export interface ExecuteOptions {
  /** Stops the run and every call of it. */
  readonly signal?: AbortSignal
  /** The most that the run may cost, in dollars. */
  readonly budgetDollars?: number
}

/** Asks several models at once, in one of five ways. */
export interface AdvancedEngine {
  /** How questions are answered from now on; "auto" chooses for each question. */
  setStrategy(strategy: StrategyId | 'auto'): void
  /** Who is asked from now on, by model; none: chosen from the models that are on. */
  setMembers(models: readonly string[]): Promise<void>
  /** `context`: what the members should know besides; text, or anything that can be written as JSON. */
  execute(request: string, context?: unknown, options?: ExecuteOptions): Promise<EngineResult>
}

/** Saved pipelines. */
export interface PipelinesEngine {
  /** Saves a pipeline; throws with the fields that do not hold. */
  save(pipeline: z.input<typeof Pipeline>): Promise<void>
  execute(id: string, input?: unknown, vars?: Readonly<Record<string, unknown>>, options?: ExecuteOptions): Promise<EngineResult>
}

/** One step of a simple pipeline: who does it, and what. */
export interface PipelineStep {
  /** `provider/model`, a model's id, or the beginning of one. */
  readonly model: string
  /** "analysis", "synthesis", "validation", "summary", "translation", "review", or what is to be done in words. */
  readonly task: string
}

export interface EnginePipeline {
  execute(input: unknown, options?: ExecuteOptions): Promise<EngineResult>
}

/** Tutti without a window. */
export interface Engine {
  readonly advanced: AdvancedEngine
  readonly pipelines: PipelinesEngine
  /** Steps one after the other; each sees the input and what all before it gave. */
  createPipeline(steps: readonly PipelineStep[]): Promise<EnginePipeline>
  /** Ends the engine; runs that go on are taken up by the next one on the same data folder. */
  close(): Promise<void>
}

/** Opens an engine. Throws a TuttiError where the data folder cannot be used or a provider does not answer. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'tutti-engine-')))
  const seat = await takeSeat({
    home,
    env: process.env,
    version: APP_VERSION,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  })
  const close = async () => {
    await seat.close()
    if (options.home === undefined) await rm(home, { recursive: true, force: true })
  }
  try {
    await connectProviders(await seat.connect(), options)
  } catch (thrown) {
    await close()
    throw errorOfCall(thrown)
  }
  return new SeatedEngine(seat, close)
}

class SeatedEngine implements Engine {
  readonly close: () => Promise<void>
  readonly #seat: Seat
  #strategy: StrategyId | 'auto' = 'auto'
  #members: readonly Member[] | null = null

  constructor(seat: Seat, close: () => Promise<void>) {
    this.#seat = seat
    this.close = close
  }

  readonly advanced: AdvancedEngine = {
    setStrategy: (strategy) => {
      this.#strategy = strategy
    },
    setMembers: async (models) => {
      const { models: known } = await this.#call((client) => client.app.snapshot())
      const members = models.map((name, index) => Member.parse({ id: `m${index + 1}`, model: modelNamed(name, known) }))
      this.#members = members.length === 0 ? null : members
    },
    execute: (request, context, options) => {
      const strategy = this.#strategy
      const said =
        context === undefined
          ? ''
          : `<context>\n${typeof context === 'string' ? context : JSON.stringify(context, null, 2)}\n</context>\n\n`
      return this.#run(options, (client) =>
        client.runs.start({
          orchestrator: strategy === 'auto' ? 'unified' : 'advanced',
          presetId: PresetId.parse(strategy),
          ...(strategy === 'auto' ? {} : { settings: StrategySettings.parse({ strategy }) }),
          ...(this.#members === null ? {} : { members: [...this.#members] }),
          text: `${said}${request}`,
          ...budgetOf(options),
        }),
      )
    },
  }

  readonly pipelines: PipelinesEngine = {
    save: async (pipeline) => {
      const parsed = Pipeline.parse(pipeline)
      await this.#call((client) => client.pipelines.save(parsed))
    },
    execute: (id, input = null, vars = {}, options = {}) =>
      this.#run(options, async (client) => {
        const pipeline = await client.pipelines.get({ id: PipelineId.parse(id) })
        return client.pipelines.run({ pipeline, input, vars: { ...vars }, ...budgetOf(options) })
      }),
  }

  async createPipeline(steps: readonly PipelineStep[]): Promise<EnginePipeline> {
    const { models } = await this.#call((client) => client.app.snapshot())
    const ids = steps.map((_, index) => `step_${index + 1}`)
    const pipeline = Pipeline.parse({
      id: 'engine',
      name: steps
        .map(({ task }) => task)
        .join(', ')
        .slice(0, 120),
      stages: steps.map(({ model, task }, index) => ({
        id: ids[index],
        label: `${index + 1} ${task}`.slice(0, 120),
        model: modelNamed(model, models),
        processor: { type: 'prompt', prompt: stepPrompt(task, ids.slice(0, index)) },
      })),
    })
    return {
      execute: (input, options = {}) => this.#run(options, (client) => client.pipelines.run({ pipeline, input, ...budgetOf(options) })),
    }
  }

  /** Starts a run and follows it to its end, also into the next core where this one goes. */
  async #run({ signal }: ExecuteOptions = {}, start: (client: CoreClient) => Promise<{ runId: string }>): Promise<EngineResult> {
    signal?.throwIfAborted()
    const id = RunId.parse((await this.#call(start)).runId)
    const stop = () => void this.#call((client) => client.runs.stop({ id })).catch(() => undefined)
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const nothing = () => undefined
      return resultOf(await followRun(this.#seat, id, { onView: nothing, onSnapshot: nothing, onEvent: nothing }, NEVER))
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  async #call<T>(work: (client: CoreClient) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#seat.connect())
    } catch (thrown) {
      throw errorOfCall(thrown)
    }
  }
}

const NEVER = new AbortController().signal

function budgetOf({ budgetDollars }: ExecuteOptions = {}): { budgetMicros?: number } {
  return budgetDollars === undefined ? {} : { budgetMicros: Math.round(budgetDollars * 1_000_000) }
}
