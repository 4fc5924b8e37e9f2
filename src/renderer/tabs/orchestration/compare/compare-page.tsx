import { ArrowLeft, ArrowLeftRight } from 'lucide-react'
import type { RunId } from '../../../../shared/ids.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { useTabScroll } from '../../use-tab-scroll.ts'
import { useInspection } from '../use-inspection.ts'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { ComparedAnswers } from './compared-answers.tsx'
import { ComparedDecisions } from './compared-decisions.tsx'
import { ComparedFigures } from './compared-figures.tsx'
import { ComparedMembers } from './compared-members.tsx'

const c = w.compare

type ComparePageProps = { readonly left: RunId; readonly right: RunId }

/** Two runs side by side: what they say, where it differs, who said what, how long it took and what it cost. Live while they run. */
export function ComparePage({ left, right }: ComparePageProps) {
  const { openRun, openCompare } = useRunPlace()
  const a = useInspection(left)
  const b = useInspection(right)
  const error = a.error ?? b.error
  const scroller = useTabScroll<HTMLDivElement>(`compare/${left}/${right}`)
  return (
    <section aria-label={c.title} className="@container/run flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-12 flex-none items-center gap-2 border-b border-line px-4 py-2">
        <IconButton label={c.back} onClick={() => openRun(left)}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <h1 className="min-w-0 truncate text-15 font-semibold">{c.title}</h1>
        <Button look="bare" className="ml-auto" onClick={() => openCompare(right, left)}>
          <ArrowLeftRight size={14} aria-hidden />
          {c.swap}
        </Button>
      </header>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-6 py-4 @max-[44rem]/run:px-4">
        {error && <ErrorNote role="alert" what={error.message} />}
        {a.run && b.run && (
          <div className="grid gap-6">
            <ComparedAnswers left={a.run} right={b.run} />
            <ComparedFigures left={{ run: a.run, inspection: a.inspection }} right={{ run: b.run, inspection: b.inspection }} />
            <ComparedMembers left={a.run} right={b.run} />
            <ComparedDecisions left={a.run} right={b.run} />
          </div>
        )}
      </div>
    </section>
  )
}
