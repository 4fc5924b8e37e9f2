import { ModelRequest, userTurn } from '../../../../shared/model.ts'
import type { Processor } from '../../../../shared/pipeline.ts'
import { say } from '../../../../shared/sentence.ts'
import { failure } from '../../../../shared/sentences/told.ts'
import { askWithTools, permissionAmong } from '../../ask-with-tools.ts'
import { attachedFiles } from '../attached-files.ts'
import type { StageAgent } from '../services.ts'
import type { StageRun } from '../stage-run.ts'
import { offeredTools } from './offered-tools.ts'
import { checkValue } from './validate.ts'

type Prompt = Extract<Processor, { type: 'prompt' }>

/** Asks a model, or a preset where the stage names no model. */
export async function prompt(run: StageRun, processor: Prompt): Promise<unknown> {
  const { scope } = run
  const agent = run.stage.agent === undefined ? null : await run.ground.services.agent(run.stage.agent)
  const system = processor.system === undefined ? (agent?.instructions ?? '') : await scope.text('system', processor.system)
  const text = await ask(run, processor, agent, { system, prompt: await scope.text('prompt', processor.prompt) })
  if (processor.output === 'text') return text
  const value = parseAnswer(text)
  if (processor.schema) await checkValue(run, value, processor.schema)
  return value
}

async function ask(
  run: StageRun,
  processor: Prompt,
  agent: StageAgent | null,
  said: { readonly system: string; readonly prompt: string },
): Promise<string> {
  const { stage, ctx, name, ground } = run
  const { services, pipeline } = ground
  const model = stage.model ?? (stage.preset ? undefined : (agent?.model ?? pipeline.model))
  const attachments = await attachedFiles(run)
  const offered = await offeredTools(run, [...new Set([...stage.tools, ...(agent?.tools ?? [])])])
  if (model === undefined) {
    return services.askPreset(ctx, {
      ...said,
      attachments,
      presetId: stage.preset ?? pipeline.preset ?? null,
      speaker: name,
      label: stage.label ?? name,
      tools: offered,
    })
  }
  const request = ModelRequest.parse({
    speaker: name,
    label: stage.label ?? name,
    model,
    ...(said.system === '' ? {} : { system: said.system }),
    turns: [userTurn(said.prompt, attachments)],
    tools: offered.map(({ permission: _, ...spec }) => spec),
    maxOutputTokens: processor.maxOutputTokens,
    ...(stage.timeoutMs === undefined ? {} : { timeoutMs: stage.timeoutMs }),
  })
  return (await askWithTools(ctx, request, permissionAmong(offered))).text
}

/** Models like to wrap JSON in a block of code. */
function parseAnswer(text: string): unknown {
  const body = /```(?:json)?\s*\n([\s\S]*?)\n?```/i.exec(text)?.[1] ?? text
  try {
    return JSON.parse(body)
  } catch {
    throw failure('malformed', say('stage.no-json', { answer: text.slice(0, 120) }))
  }
}
