import { useState } from 'react'
import type { SetAsideData } from '../../../../shared/data.ts'
import { formatBytes, formatClock, formatDate } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { d } from './words.ts'

type SetAsideListProps = {
  readonly data: readonly SetAsideData[]
  readonly onBringBack: (id: string) => void
  readonly onForget: (id: string) => void
}

const whenOf = ({ at }: SetAsideData) => `${formatDate(at)}, ${formatClock(at)}`

/** Data that a restore has replaced: brought back, or deleted after a question. */
export function SetAsideList({ data, onBringBack, onForget }: SetAsideListProps) {
  const [asked, setAsked] = useState<SetAsideData | null>(null)
  if (data.length === 0) return null
  return (
    <section aria-label={d.setAside} className="mt-6">
      <h3 className="mb-2 font-semibold">{d.setAside}</h3>
      <Sheet>
        <ul>
          {data.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-medium">{d.setAsideReason[entry.reason]}</p>
                <p className="text-12 text-ink-2">{d.setAsideNote(whenOf(entry), formatBytes(entry.bytes))}</p>
              </div>
              <div className="flex gap-2">
                <Button onClick={() => setAsked(entry)}>{d.forget}</Button>
                <Button onClick={() => onBringBack(entry.id)}>{d.bringBack}</Button>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
      <Dialog
        open={asked !== null}
        title={d.forgetTitle}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{d.cancel}</Button>
            <Button
              look="main"
              onClick={() => {
                if (asked) onForget(asked.id)
                setAsked(null)
              }}
            >
              {d.forget}
            </Button>
          </>
        }
      >
        {asked && d.forgetBody(whenOf(asked))}
      </Dialog>
    </section>
  )
}
