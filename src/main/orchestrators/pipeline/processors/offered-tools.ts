import { say } from '../../../../shared/sentence.ts'
import type { OfferedTool } from '../../../../shared/tool.ts'
import type { StageRun } from '../stage-run.ts'

/** What a stage's members may call of these: found once and journaled, as permissions may change until the run is resumed. */
export async function offeredTools({ ctx, ground }: StageRun, names: readonly string[]): Promise<readonly OfferedTool[]> {
  if (names.length === 0) return []
  const offered = await ctx.step('tools', async () => ground.services.offer(names))
  const missing = names.filter((name) => !offered.some((tool) => tool.name === name))
  if (missing.length > 0) {
    const title = say('stage.without', { tools: missing })
    ctx.note({ title, reason: say('stage.without.why'), chosen: [], among: [...names] })
  }
  return offered
}
