import { GitFork, Pause, Play, Square } from 'lucide-react'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { Menu } from '../../components/menu.tsx'
import { useSession } from '../../state/use-session.ts'
import { AgainMenu } from './again-menu.tsx'
import { CompareMenu } from './compare/compare-menu.tsx'
import { effectName, speakerOf } from './effects/effect-facts.ts'
import { ExportButton } from './export-button.tsx'
import { useFork } from './use-fork.ts'
import { w } from './words.ts'

/** A menu stays short; every effect can be forked from in its own place. */
const MOST_ENTRIES = 9

type RunActionsProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** While it goes on: pause, resume, stop. When it has ended: fork. */
export function RunActions({ run, inspection }: RunActionsProps) {
  const { client, attempt, toasts } = useSession()
  const fork = useFork(run.id)
  const { id } = run
  /** A stop is taken back by a fork that keeps what was done. */
  const stop = async () => {
    const stopped = await attempt(client.runs.stop({ id }).then(() => true))
    if (stopped) toasts.say(w.stop.stopped, { label: w.stop.goOn, run: () => fork(null) })
  }
  if (run.state === 'running') {
    return (
      <>
        {run.paused ? (
          <Button onClick={() => void attempt(client.runs.unpause({ id }))}>
            <Play size={14} aria-hidden />
            {m.runs.unpause}
          </Button>
        ) : (
          <Button disabled={run.stopping !== null} onClick={() => void attempt(client.runs.pause({ id }))}>
            <Pause size={14} aria-hidden />
            {m.runs.pause}
          </Button>
        )}
        <Button disabled={run.stopping !== null} onClick={() => void stop()}>
          <Square size={14} aria-hidden />
          {m.runs.stop}
        </Button>
      </>
    )
  }
  const calls = (inspection?.effects ?? []).filter((effect) => effect.kind === 'model' || effect.kind === 'tool')
  const first = inspection?.effects[0]
  return (
    <>
      <AgainMenu run={run} />
      <CompareMenu run={run} />
      <Menu
        label={m.runs.forkTitle}
        align="end"
        trigger={
          <Button>
            <GitFork size={14} aria-hidden />
            {m.runs.fork}
          </Button>
        }
        groups={[
          {
            id: 'whole',
            title: m.runs.forkTitle,
            entries: [
              { id: 'all', label: m.runs.forkAll, onSelect: () => fork(null) },
              ...(first ? [{ id: 'start', label: m.runs.forkStart, onSelect: () => fork(first.path) }] : []),
            ],
          },
          ...(calls.length > 1
            ? [
                {
                  id: 'effects',
                  entries: calls.slice(1, MOST_ENTRIES).map((effect) => ({
                    id: effect.path,
                    label: m.runs.forkBefore(effectName(effect, speakerOf(effect, run))),
                    onSelect: () => fork(effect.path),
                  })),
                },
              ]
            : []),
        ]}
      />
      {inspection && <ExportButton inspection={inspection} />}
    </>
  )
}
