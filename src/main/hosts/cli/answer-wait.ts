import { TuttiError } from '../../../shared/errors.ts'
import { RunId } from '../../../shared/ids.ts'
import type { Seat } from '../core/seat.ts'
import type { AnswerArguments } from './arguments.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Ends what a run has waited for longest: with the value of one of its options, or with free text where there is nothing to choose. */
export async function answerWait({ run, value }: AnswerArguments, seat: Seat, terminal: Terminal): Promise<number> {
  const client = await seat.connect()
  const id = RunId.parse(run)
  const { waits } = await client.runs.get({ id })
  const wait = waits.find(({ kind }) => kind !== 'timer')
  if (wait === undefined) throw new TuttiError('not-found', `The run ${run} waits for nobody.`)
  await client.runs.answer({ id, path: wait.path, value })
  terminal.note(`${wait.title} ${wait.options.find((option) => option.value === value)?.label ?? value}`)
  return EXIT_CODES.answered.code
}
