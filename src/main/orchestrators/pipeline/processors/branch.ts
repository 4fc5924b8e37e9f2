import type { Processor } from '../../../../shared/pipeline.ts'
import type { StageRun } from '../stage-run.ts'

/** The name of the first case that holds. */
export async function branch(run: StageRun, processor: Extract<Processor, { type: 'branch' }>): Promise<string> {
  const values = await run.scope.evaluate(Object.fromEntries(processor.cases.map(({ name, when }) => [name, `$boolean(${when})`])))
  const chosen = processor.cases.find(({ name }) => values[name] === true)?.name ?? processor.otherwise
  run.ctx.note({
    title: `${run.stage.label ?? run.stage.id}: ${chosen}`,
    reason: chosen === processor.otherwise ? 'No case holds.' : `The first case that holds: ${when(processor, chosen)}`,
    chosen: [chosen],
    among: [...processor.cases.map(({ name }) => name), processor.otherwise],
  })
  return chosen
}

function when(processor: Extract<Processor, { type: 'branch' }>, name: string): string {
  return processor.cases.find((each) => each.name === name)?.when ?? ''
}
