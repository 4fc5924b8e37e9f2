import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PipelineId, PresetId, RunId } from '../../../shared/ids.ts'
import { Pipeline } from '../../../shared/pipeline.ts'
import { Member, type StrategyId, StrategySettings } from '../../../shared/preset.ts'
import { APP_VERSION } from '../../version.ts'
import type { CoreClient } from '../core/core-connection.ts'
import { followRun } from '../core/follow-run.ts'
import { errorOfCall } from '../core/remote-error.ts'
import { type Seat, takeSeat } from '../core/seat.ts'
import { connectProviders } from './connect-providers.ts'
import type { AdvancedEngine, CreateEngine, Engine, EnginePipeline, ExecuteOptions, PipelineStep, PipelinesEngine } from './engine-api.ts'
import { type EngineResult, resultOf } from './engine-result.ts'
import { modelNamed } from './model-named.ts'
import { stepPrompt } from './step-prompt.ts'

export const createEngine: CreateEngine = async (options = {}) => {
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
