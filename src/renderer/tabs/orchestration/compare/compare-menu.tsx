import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import type { RunView } from '../../../../shared/run.ts'
import type { RunSummary } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Popover } from '../../../components/popover.tsx'
import { useSession } from '../../../state/use-session.ts'
import { clockTime } from '../../chat/list/clock-time.ts'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'

const c = w.compare
const MOST = 12

/** Chooses the run to stand beside this one: those with the same question first, then the newest. */
export function CompareMenu({ run }: { readonly run: RunView }) {
  const { client, attempt } = useSession()
  const { openCompare } = useRunPlace()
  const [open, setOpen] = useState(false)
  const [others, setOthers] = useState<readonly RunSummary[] | null>(null)
  const show = async (next: boolean) => {
    setOpen(next)
    if (!next) return
    const found = await attempt(client.runs.list({ limit: 100 }))
    const listed = (found ?? []).filter(({ id }) => id !== run.id)
    setOthers(listed.toSorted((a, b) => Number(b.title === run.title) - Number(a.title === run.title)).slice(0, MOST))
  }
  return (
    <Popover
      title={c.withTitle}
      open={open}
      onOpenChange={(next) => void show(next)}
      trigger={
        <Button>
          <Columns2 size={14} aria-hidden />
          {c.with}
        </Button>
      }
    >
      {others?.length === 0 && <p className="mt-2 text-ink-2">{c.none}</p>}
      <ul className="-mx-2 mt-2 grid max-h-80 overflow-y-auto">
        {others?.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => {
                setOpen(false)
                openCompare(run.id, other.id)
              }}
              className="grid w-full cursor-default grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-control px-2 py-1 text-left hover:bg-hover"
            >
              <span className="truncate font-medium">{other.title === '' ? m.runs.untitled : other.title}</span>
              <span className="figures text-12 leading-5 text-ink-3">{clockTime(other.startedAt, Date.now())}</span>
              <span className="col-span-2 truncate text-12 text-ink-2">{other.presetName}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
