import type { Processor } from '../../../../shared/pipeline.ts'
import { failure, inEnglish } from '../../../../shared/sentences/told.ts'
import { callTool } from '../../call-tool.ts'
import type { StageRun } from '../stage-run.ts'

/** Calls a tool; its result is JSON where it is JSON, else text. What was allowed is journaled, so that a resumed run goes the same way. */
export async function tool(run: StageRun, processor: Extract<Processor, { type: 'tool' }>): Promise<unknown> {
  const input = await run.scope.evaluate(processor.arguments)
  const { services } = run.ground
  const permission = await run.ctx.step('permission', async () => services.permission(processor.tool))
  const { content, failed } = await callTool(run.ctx, { name: processor.tool, input, permission })
  if (failed) throw failure('denied', content)
  const text = inEnglish(content)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
