import { TuttiError } from '../../../../shared/errors.ts'
import type { Processor } from '../../../../shared/pipeline.ts'
import { say } from '../../../../shared/sentence.ts'
import { runStages } from '../run-stages.ts'
import type { StageRun } from '../stage-run.ts'

/** Runs the body again until the condition holds, or as often as it may; gives what the last round gave. */
export async function loop(run: StageRun, processor: Extract<Processor, { type: 'loop' }>): Promise<unknown> {
  let last: unknown = null
  for (let round = 1; round <= processor.most; round += 1) {
    const values = { ...run.scope.values, last, round }
    const [settled] = await run.ctx.all([
      {
        key: `round-${round}`,
        run: (ctx) => runStages(ctx, { ...run.ground, prefix: `${run.ground.prefix}${run.name}#${round}/`, values }, processor.body),
      },
    ])
    if (settled?.state !== 'done') throw settled?.error ?? new TuttiError('internal', 'A round of a loop did not end.')
    last = settled.value.last
    const done = await run.scope.with({ last, round, stages: settled.value.stages }).value('until', `$boolean(${processor.until})`)
    if (done === true) return last
  }
  run.ctx.note({
    title: say('stage.rounds', { stage: run.stage.label ?? run.stage.id, n: processor.most }),
    reason: say('stage.rounds.why'),
    chosen: [],
    among: [],
  })
  return last
}
