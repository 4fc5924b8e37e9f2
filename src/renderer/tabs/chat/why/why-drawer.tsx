import { ListTree } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDuration, formatMoneySum } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Drawer } from '../../../components/drawer.tsx'
import { Seats } from '../../../components/mark.tsx'
import { errorText } from '../../../state/error-words.ts'
import { useNow } from '../../../state/use-now.ts'
import { useRun } from '../../../state/use-session.ts'
import { useOpenSubject } from '../../open-subject.ts'
import { w } from '../words.ts'
import { CostTable } from './cost-table.tsx'
import { DecisionList } from './decision-list.tsx'
import { QualityList } from './quality-list.tsx'
import { ScoreWithAxis } from './score-with-axis.tsx'

type WhyDrawerProps = { readonly runId: RunId | null; readonly onClose: () => void }

/** How an answer came about: in a sentence, as a score, decision by decision, and what it cost. */
export function WhyDrawer({ runId, onClose }: WhyDrawerProps) {
  const run = useRun(runId, (view) => view)
  return (
    <Drawer title={m.chat.why} closeLabel={m.common.close} onClose={onClose}>
      {run && (
        <Seats value={run.speakers}>
          <Body run={run} />
        </Seats>
      )}
    </Drawer>
  )
}

function Body({ run }: { readonly run: RunView }) {
  const open = useOpenSubject()
  const running = run.state === 'running'
  const now = useNow(running)
  const summary = run.outcome?.summary ?? (run.error ? errorText(run.error) : m.chat.notAskedYet)
  return (
    <>
      <Part>
        <p className="text-pretty">{summary}</p>
      </Part>
      <Part title={m.chat.score}>
        <ScoreWithAxis run={run} now={now} />
      </Part>
      {run.outcome?.qualities !== undefined && (
        <Part title={w.quality.label}>
          <QualityList run={run} />
        </Part>
      )}
      <Part title={m.chat.decisions}>
        {run.decisions.length === 0 && <p className="text-12 text-ink-2">{m.chat.noDecisions}</p>}
        <DecisionList decisions={run.decisions} startedAt={run.startedAt} />
      </Part>
      <Part>
        <CostTable run={run} />
        {run.overrunMicros > 0 && <p className="mt-2 text-12 text-warn">{m.chat.overrun(formatOverrun(run))}</p>}
      </Part>
      <Part>
        <Button small onClick={() => open({ type: 'run', id: run.id })}>
          <ListTree size={14} aria-hidden />
          {m.runs.openRun}
        </Button>
      </Part>
      {run.endedAt !== null && <p className="sr-only">{m.chat.ended(formatDuration(run.endedAt - run.startedAt))}</p>}
    </>
  )
}

function formatOverrun(run: RunView): string {
  return formatMoneySum(run.overrunMicros)
}

function Part({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="border-b border-line px-5 py-3 last:border-b-0">
      {title !== undefined && <h3 className="mb-2.5 text-12 font-semibold text-ink-2">{title}</h3>}
      {children}
    </section>
  )
}
