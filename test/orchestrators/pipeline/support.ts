import type { z } from 'zod'
import type { Tool } from '../../../src/main/kernel/tool.ts'
import { executePipeline } from '../../../src/main/orchestrators/pipeline/execute-pipeline.ts'
import type { PipelineServices } from '../../../src/main/orchestrators/pipeline/services.ts'
import { readExpression } from '../../../src/main/sandbox/read-expression.ts'
import { Sandbox } from '../../../src/main/sandbox/sandbox.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { PipelineId } from '../../../src/shared/ids.ts'
import type { AttachmentRef } from '../../../src/shared/model.ts'
import { Pipeline } from '../../../src/shared/pipeline.ts'
import type { RunView } from '../../../src/shared/run.ts'
import { type KernelOptions, openKernel } from '../../kernel/support/kernel.ts'

export const sandbox = new Sandbox()

type Draft = Omit<z.input<typeof Pipeline>, 'id' | 'name'>

/** A pipeline whose prompts go to the model that echoes them. */
export function pipelineOf(draft: Draft, id = 'test'): Pipeline {
  return Pipeline.parse({ id, name: 'Test', model: 'demo/echo', ...draft })
}

export interface RunOptions {
  readonly input?: unknown
  readonly vars?: Record<string, unknown>
  readonly attachments?: readonly AttachmentRef[]
  readonly script?: KernelOptions['script']
  readonly tools?: readonly Tool[]
  readonly permission?: PipelineServices['permission']
  readonly others?: readonly Pipeline[]
  readonly cache?: Map<string, unknown>
  readonly home?: string
}

/** The words of the prompt, as a model that answers with them would give back. */
export const echo: KernelOptions['script'] = async ({ request }) => ({
  text: request.turns.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))).join(' '),
})

export function servicesOf({ permission = () => 'always', others = [], cache = new Map() }: RunOptions): PipelineServices {
  return {
    computing: sandbox,
    reader: async () => readExpression,
    random: () => 0.5,
    cache: { get: (key) => cache.get(key), set: (key, value) => void cache.set(key, value) },
    pipeline: (id) => {
      const found = others.find((each) => each.id === id)
      if (!found) throw new TuttiError('not-found', `There is no pipeline ${id}.`)
      return found
    },
    agent: (name) => ({ instructions: `You are ${name}.`, tools: [], model: null }),
    offer: (names) => names.map((name) => ({ name, description: name, inputSchema: {}, permission: permission(name) })),
    permission,
    askPreset: async (ctx, { prompt, presetId }) => ctx.step('preset', async () => `${presetId}: ${prompt}`),
  }
}

/** Runs a pipeline on the real kernel over a real database, to its end or its first wait. */
export async function runPipeline(
  pipeline: Pipeline,
  options: RunOptions = {},
): Promise<{ view: RunView; value: unknown; calls: number; close: () => void }> {
  let calls = 0
  const kernel = openKernel({
    ...(options.home === undefined ? {} : { home: options.home }),
    script: async (call) => {
      calls += 1
      return (options.script ?? echo)(call)
    },
    tools: (name) => {
      const tool = options.tools?.find((each) => each.name === name)
      if (!tool) throw new TuttiError('not-found', `There is no tool ${name}.`)
      return tool
    },
    run: async (ctx) =>
      JSON.stringify(
        (await executePipeline(
          ctx,
          servicesOf(options),
          { pipeline, input: options.input ?? null, vars: options.vars ?? {}, attachments: [...(options.attachments ?? [])] },
          '',
        )) ?? null,
      ),
  })
  const id = await kernel.start()
  await kernel.runner.ended(id)
  const view = await kernel.runner.view(id)
  return { view, value: view.outcome === null ? undefined : JSON.parse(view.outcome.answer), calls, close: () => kernel.close() }
}

export const otherPipeline = PipelineId.parse('other')
