import { ArrowLeft, CornerLeftUp, MessagesSquare } from 'lucide-react'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Segment } from '../../components/segment.tsx'
import { useSession } from '../../state/use-session.ts'
import { RunActions } from './run-actions.tsx'
import { RunViewId } from './run-place.ts'
import { statusOfView } from './run-status.ts'
import { RunStatusTag } from './run-status-tag.tsx'
import { useRunPlace } from './use-run-place.ts'
import { w } from './words.ts'

const VIEWS = RunViewId.options.map((value) => ({ value, label: m.runs.views[value] }))

type RunHeaderProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** Title and state, the views of the run, and what can be done to it. */
export function RunHeader({ run, inspection }: RunHeaderProps) {
  const { tabs } = useSession()
  const { view, openList, openRun, openView } = useRunPlace()
  const forkOf = inspection?.forkOf ?? null
  const { conversationId } = run
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <span className="flex min-w-0 flex-[1_1_14rem] items-center gap-2">
        <IconButton label={m.runs.allRuns} onClick={openList}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className="min-w-0 truncate text-15 font-semibold tracking-[-0.003em]" title={run.title}>
          {run.title === '' ? m.runs.untitled : run.title}
        </h1>
        <RunStatusTag status={statusOfView(run)} />
      </span>
      <span className="flex-none">
        <Segment label={m.runs.view} value={view} options={VIEWS} onChange={(next) => openView(next)} />
      </span>
      <span className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-2">
        {forkOf !== null && (
          <IconButton label={w.fromRunOpen} onClick={() => openRun(forkOf)}>
            <CornerLeftUp size={16} aria-hidden />
          </IconButton>
        )}
        {conversationId !== null && (
          <Button look="bare" onClick={() => tabs.openConversation(conversationId)}>
            <MessagesSquare size={14} aria-hidden />
            {m.runs.conversation}
          </Button>
        )}
        <RunActions run={run} inspection={inspection} />
      </span>
    </header>
  )
}
