import { Check, LoaderCircle, TriangleAlert, Undo2 } from 'lucide-react'
import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'

const ICONS = { started: LoaderCircle, done: Undo2, failed: TriangleAlert, handled: Check } as const

/** What a failed or stopped run undid outside of Tutti, and what it could not. */
export function UndoList({ run }: { readonly run: RunView }) {
  if (run.compensations.length === 0) return null
  return (
    <section aria-label={m.runs.undoing} className="border-b border-line px-5 pt-3.5 pb-4">
      <h2 className="mb-1.5 font-semibold">{m.runs.undoing}</h2>
      <ul>
        {run.compensations.map(({ name, state, note }) => {
          const Icon = ICONS[state]
          return (
            <li key={name} className="grid min-h-[1.625rem] grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2">
              <Icon size={14} aria-hidden className={state === 'failed' ? 'text-bad' : 'text-ink-3'} />
              <span className="truncate" title={note === '' ? name : note}>
                {name}
              </span>
              <span className={state === 'failed' ? 'text-12 text-bad' : 'text-12 text-ink-3'}>{m.runs.undo[state]}</span>
              {note !== '' && <span className="col-span-2 col-start-2 text-12 text-pretty text-ink-2">{note}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
