import { assertNever } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Seats } from '../../components/mark.tsx'
import { CostView } from './cost-view.tsx'
import { DecisionsView } from './decisions-view.tsx'
import { EffectsView } from './effects/effects-view.tsx'
import { Overview } from './overview.tsx'
import { ReplayView } from './replay/replay-view.tsx'
import { RunAnnouncer } from './run-announcer.tsx'
import { RunHeader } from './run-header.tsx'
import { type Inspected, useInspection } from './use-inspection.ts'
import { useRunPlace } from './use-run-place.ts'

/** One run: what it waits for, how it went, what it did and what it cost. */
export function RunPage({ runId }: { readonly runId: RunId }) {
  const inspected = useInspection(runId)
  const { run, error, retry } = inspected
  const { openList } = useRunPlace()
  return (
    <section
      aria-label={run ? run.title : m.runs.loading}
      aria-busy={run === undefined && error === null}
      className="@container/run flex min-h-0 min-w-0 flex-1 flex-col"
    >
      {run ? (
        <Seats value={run.speakers}>
          <RunHeader run={run} inspection={inspected.inspection} />
          <View inspected={inspected} />
          <RunAnnouncer run={run} />
        </Seats>
      ) : (
        error && (
          <div className="m-auto max-w-[30rem] p-6">
            <ErrorNote
              role="alert"
              what={m.runs.openFailed}
              kept={error.message}
              action={
                <>
                  <Button small onClick={retry}>
                    {m.common.retry}
                  </Button>
                  <Button small onClick={openList}>
                    {m.runs.allRuns}
                  </Button>
                </>
              }
            />
          </div>
        )
      )}
    </section>
  )
}

function View({ inspected: { run, inspection } }: { readonly inspected: Inspected }) {
  const { view } = useRunPlace()
  if (!run) return null
  switch (view) {
    case 'overview':
      return <Overview run={run} inspection={inspection} />
    case 'effects':
      return <EffectsView run={run} inspection={inspection} />
    case 'decisions':
      return <DecisionsView run={run} />
    case 'cost':
      return <CostView run={run} inspection={inspection} />
    case 'replay':
      return <ReplayView run={run} />
    default:
      return assertNever(view)
  }
}
