import { formatEstimate } from '../../../../shared/format.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Switch } from '../../../components/switch.tsx'
import { w } from '../words.ts'
import type { NewRunForm } from './use-new-run.ts'
import type { RunEstimate } from './use-run-estimate.ts'

const n = w.newRun

/** What the run would cost, before it starts; or why it would not be sent. */
export function EstimateLine({ estimated: { estimate, error }, form }: { readonly estimated: RunEstimate; readonly form: NewRunForm }) {
  if (error !== null) return <ErrorNote what={error} role="alert" />
  if (estimate === null) return <p className="text-12 text-ink-3">{n.estimating}</p>
  const { free, aboutMicros, atMostMicros, noPrice, blocked, notes } = estimate
  return (
    <div className="grid gap-1.5 text-12">
      <p role="status" className="figures font-medium">
        {free ? n.free : n.estimate(formatEstimate(aboutMicros), formatEstimate(atMostMicros, true))}
      </p>
      {noPrice.length > 0 && (
        <>
          <p className="text-ink-2">{n.noPrice(noPrice.join(', '))}</p>
          <div className="flex items-center gap-2">
            <Switch label={n.allowNoPrice} checked={form.allowNoPrice} onChange={form.setAllowNoPrice} />
            <span aria-hidden>{n.allowNoPrice}</span>
          </div>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="text-warn">
          {note}
        </p>
      ))}
      {blocked !== null && <ErrorNote what={blocked} />}
    </div>
  )
}
