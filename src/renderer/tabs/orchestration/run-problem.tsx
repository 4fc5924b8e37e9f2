import { GitFork } from 'lucide-react'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { errorText } from '../../state/error-words.ts'
import { useFork } from './use-fork.ts'

type RunProblemProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** Why a run did not end well: who did what, what was kept, and the way to go on. Also that it is being stopped, or is paused. */
export function RunProblem({ run, inspection }: RunProblemProps) {
  const fork = useFork(run.id)
  if (run.stopping) return <ErrorNote tone="warn" what={m.runs.stoppingNow} kept={errorText(run.stopping)} />
  if (run.state === 'running') return run.paused ? <p className="mb-4 text-ink-2">{m.runs.pausedNow}</p> : null
  if (run.state === 'done') return null
  const good = inspection?.effects.filter((effect) => effect.outcome.ok && effect.kind !== 'all').length ?? 0
  return (
    <div className="mb-4">
      <ErrorNote
        tone={run.state === 'failed' ? 'bad' : 'warn'}
        what={run.error ? errorText(run.error) : m.runs.stoppedBy}
        {...(inspection === null ? {} : { kept: m.runs.kept(good) })}
        action={
          <Button small onClick={() => fork(null)}>
            <GitFork size={14} aria-hidden />
            {m.runs.goOn}
          </Button>
        }
      />
    </div>
  )
}
