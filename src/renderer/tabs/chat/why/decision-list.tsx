import { formatDuration } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'

type DecisionListProps = { readonly decisions: RunView['decisions']; readonly startedAt: number }

/** Each decision with its time since the start and its reason. */
export function DecisionList({ decisions, startedAt }: DecisionListProps) {
  return (
    <ol>
      {decisions.map((decision, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: decisions are only appended, and two may be alike.
        <li key={index} className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 py-[5px]">
          <span className="figures text-12 leading-5 text-ink-3">{formatDuration(Math.max(0, decision.at - startedAt))}</span>
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{decision.title}</p>
            <p className="text-12 leading-[1.0625rem] text-pretty wrap-anywhere text-ink-2">{decision.reason}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
