import { z } from 'zod'
import type { Processor } from '../../../../shared/pipeline.ts'
import type { StageRun } from '../stage-run.ts'

/** Waits for a person, also over restarts; gives what they answer. */
export async function askPerson(run: StageRun, processor: Extract<Processor, { type: 'ask' }>): Promise<string> {
  const title = await run.scope.text('question', processor.question)
  const detail = processor.detail === undefined ? '' : await run.scope.text('detail', processor.detail)
  const options = processor.options.map((value) => ({ value, label: value }))
  const [first, ...rest] = processor.options
  const answer = first === undefined ? z.string() : z.enum([first, ...rest])
  return run.ctx.receive(run.name, answer, { title, detail, options })
}
