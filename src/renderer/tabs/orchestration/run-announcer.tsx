import type { RunView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'
import { statusOfView } from './run-status.ts'
import { isOver, workOf } from './steps/steps-of.ts'

/** Says to a screen reader when the state of the run or the number of its finished steps changes. */
export function RunAnnouncer({ run }: { readonly run: RunView }) {
  const steps = workOf(run)
  const status = m.runs.announce(run.title, m.runs.status[statusOfView(run)])
  const done = m.runs.announceSteps(steps.filter((step) => isOver(step.state)).length, steps.length)
  return (
    <p role="status" className="sr-only">
      {`${status}, ${done}`}
    </p>
  )
}
