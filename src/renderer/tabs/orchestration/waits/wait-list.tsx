import type { RunView, SpeakerView, WaitView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { WaitCard } from './wait-card.tsx'

/** What the run waits for, on top: a person reads the exact detail and ends the wait here. */
export function WaitList({ run }: { readonly run: RunView }) {
  if (run.waits.length === 0) return null
  return (
    <section aria-label={m.runs.waitsForYou} className="mb-4 grid gap-2">
      {run.waits.map((wait) => (
        <WaitCard key={wait.path} runId={run.id} wait={wait} by={askerOf(run, wait)} />
      ))}
    </section>
  )
}

/** The member in whose branch the run waits; a path names its branches. */
function askerOf({ speakers }: RunView, { path }: WaitView): SpeakerView | undefined {
  const keys = path.split('/')
  return speakers.find(({ id }) => keys.includes(id))
}
