import type { RunView } from '../../../shared/run.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { useRunPlace } from './use-run-place.ts'

const SHOWN = 4

/** The last decisions, newest first, beside the graph. */
export function LatestDecisions({ run }: { readonly run: RunView }) {
  const { openView } = useRunPlace()
  return (
    <section aria-label={m.runs.latestDecisions} className="px-5 pt-3.5 pb-4">
      <h2 className="mb-1.5 flex items-center font-semibold">
        {m.runs.latestDecisions}
        {run.decisions.length > SHOWN ? (
          <Button look="bare" small className="-mr-2 ml-auto" onClick={() => openView('decisions')}>
            {m.runs.allOf(run.decisions.length)}
          </Button>
        ) : (
          <span className="figures ml-auto text-12 font-normal text-ink-2">{run.decisions.length}</span>
        )}
      </h2>
      {run.decisions.length === 0 && <p className="text-12 text-ink-2">{m.runs.noDecisions}</p>}
      <ol>
        {run.decisions
          .map((decision, index) => ({ ...decision, index }))
          .slice(-SHOWN)
          .reverse()
          .map((decision) => (
            <li key={decision.index} className="py-[5px]">
              <p className="font-medium wrap-anywhere">{decision.title}</p>
              <p className="text-12 leading-[1.0625rem] text-pretty wrap-anywhere text-ink-2">{decision.reason}</p>
            </li>
          ))}
      </ol>
    </section>
  )
}
