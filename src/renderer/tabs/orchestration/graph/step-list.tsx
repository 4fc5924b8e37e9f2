import { m } from '../../../app/messages.ts'
import type { Step } from '../steps/step.ts'
import { inOrder } from '../steps/topological-order.ts'

type StepListProps = {
  readonly steps: readonly Step[]
  readonly critical: ReadonlySet<string>
  readonly sentence: (step: Step) => string
}

/** The graph in words, for those who hear it. */
export function StepList({ steps, critical, sentence }: StepListProps) {
  const names = new Map(steps.map((step) => [step.id, step.label]))
  return (
    <ol aria-label={m.runs.graphList} className="sr-only">
      {inOrder(steps).map((step) => {
        const before = step.dependsOn.flatMap((id) => names.get(id) ?? [])
        const parts = [
          sentence(step),
          ...(before.length === 0 ? [] : [m.runs.afterSteps(before.join(', '))]),
          ...(critical.has(step.id) ? [m.runs.onCriticalPath] : []),
        ]
        return <li key={step.id}>{parts.join('; ')}</li>
      })}
    </ol>
  )
}
