import type { RunView } from '../../../../shared/run.ts'
import { w } from '../words.ts'
import { TwoColumns } from './two-columns.tsx'

const c = w.compare

/** What each run decided, and why. */
export function ComparedDecisions({ left, right }: { readonly left: RunView; readonly right: RunView }) {
  return <TwoColumns title={c.decisions} left={<Decisions run={left} />} right={<Decisions run={right} />} />
}

function Decisions({ run }: { readonly run: RunView }) {
  if (run.decisions.length === 0) return <p className="text-ink-2">{c.noDecisions}</p>
  return (
    <ol className="min-w-0">
      {run.decisions.map(({ title, reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: decisions are only appended, and two may be alike.
        <li key={index} className="border-t border-line py-2 first:border-t-0 first:pt-0">
          <p className="font-medium wrap-anywhere">{title}</p>
          <p className="text-12 text-pretty wrap-anywhere text-ink-2">{reason}</p>
        </li>
      ))}
    </ol>
  )
}
