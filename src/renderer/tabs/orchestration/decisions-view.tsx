import { formatDuration } from '../../../shared/format.ts'
import type { RunView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'
import { useTabScroll } from '../use-tab-scroll.ts'

/** Every decision of the run: when, what, why, and among what it was chosen. */
export function DecisionsView({ run }: { readonly run: RunView }) {
  const scroller = useTabScroll<HTMLDivElement>(`${run.id}/decisions`)
  const named = (ids: readonly string[]) => ids.map((id) => run.speakers.find((speaker) => speaker.id === id)?.label ?? id).join(', ')
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-6 py-4">
      <h2 className="sr-only">{m.runs.decisions}</h2>
      {run.decisions.length === 0 && <p className="text-ink-2">{m.runs.noDecisions}</p>}
      <ol className="max-w-[46rem]">
        {run.decisions.map((decision, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: decisions are only appended, and two may be alike.
          <li key={index} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2.5 last:border-b-0">
            <span className="figures text-12 leading-5 text-ink-3">{formatDuration(Math.max(0, decision.at - run.startedAt))}</span>
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{decision.title}</p>
              <p className="text-pretty wrap-anywhere text-ink-2">{decision.reason}</p>
              {decision.chosen.length > 0 && (
                <p className="mt-1 text-12 wrap-anywhere text-ink-2">
                  <span className="text-ink-3">{m.runs.chosen}</span> {named(decision.chosen)}
                  {decision.among.length > 0 && <span className="text-ink-3">, {m.runs.among(named(decision.among))}</span>}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
