import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatEstimate } from '../../../../shared/format.ts'
import { Button } from '../../../components/button.tsx'
import { Mark } from '../../../components/mark.tsx'
import { w } from '../words.ts'
import type { Reader } from './file-readers.ts'
import type { Draft } from './use-draft.ts'

/** What holds for the next message alone: who is asked, and for how much. Each can be taken away. */
export function ComposerLimits({ draft, seats }: { readonly draft: Draft; readonly seats: readonly Reader[] }) {
  const { only, budgetMicros } = draft
  const asked = only === undefined ? [] : seats.filter((seat) => only.includes(seat.id))
  if (asked.length === 0 && budgetMicros === undefined) return null
  const [first] = asked
  return (
    <div className="flex flex-wrap gap-1.5 px-4 pt-3">
      {first && (
        <Limit label={w.askAll} onRemove={() => draft.setOnly(undefined)}>
          {asked.map((seat) => (
            <Mark key={seat.id} number={seat.number} label={seat.label} small decorative={asked.length === 1} />
          ))}
          {asked.length === 1 ? w.onlyMember(first.label) : w.onlyMembers(asked.length)}
        </Limit>
      )}
      {budgetMicros !== undefined && (
        <Limit label={w.removeLimit} onRemove={draft.clearBudget}>
          {w.atMostChip(formatEstimate(budgetMicros, true))}
        </Limit>
      )}
    </div>
  )
}

function Limit({ label, onRemove, children }: { readonly label: string; readonly onRemove: () => void; readonly children: ReactNode }) {
  return (
    <Button small aria-label={label} title={label} onClick={onRemove}>
      {children}
      <X size={12} aria-hidden className="text-ink-3" />
    </Button>
  )
}
