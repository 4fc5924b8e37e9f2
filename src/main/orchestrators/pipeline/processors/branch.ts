import type { Processor } from '../../../../shared/pipeline.ts'
import { say } from '../../../../shared/sentence.ts'
import type { StageRun } from '../stage-run.ts'

/** The name of the first case that holds. */
export async function branch(run: StageRun, processor: Extract<Processor, { type: 'branch' }>): Promise<string> {
  const values = await run.scope.evaluate(Object.fromEntries(processor.cases.map(({ name, when }) => [name, `$boolean(${when})`])))
  const chosen = processor.cases.find(({ name }) => values[name] === true)?.name ?? processor.otherwise
  run.ctx.note({
    title: say('stage.case', { stage: run.stage.label ?? run.stage.id, case: chosen }),
    reason: chosen === processor.otherwise ? say('stage.case.none') : say('stage.case.why', { when: when(processor, chosen) }),
    chosen: [chosen],
    among: [...processor.cases.map(({ name }) => name), processor.otherwise],
  })
  return chosen
}

function when(processor: Extract<Processor, { type: 'branch' }>, name: string): string {
  return processor.cases.find((each) => each.name === name)?.when ?? ''
}
