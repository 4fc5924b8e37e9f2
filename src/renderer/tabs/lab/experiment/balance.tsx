import { formatNumber, formatShare } from '../../../../shared/format.ts'
import type { EntryResult } from '../../../../shared/lab.ts'
import { Slider } from '../../../components/slider.tsx'
import { w } from '../words.ts'
import { perThousand } from './key-figures.tsx'

const STEP = 0.05

type BalanceProps = { readonly dial: number; readonly chosen: EntryResult; readonly onChange: (dial: number) => void }

/** The dial between the cheapest and the best, and what it comes to among the presets that were tried. */
export function Balance({ dial, chosen, onChange }: BalanceProps) {
  const { name, calls, accuracy, cost } = chosen
  const said = w.atBalance(name, formatNumber(calls, 1), formatShare(accuracy.value), perThousand(cost.value))
  return (
    <div className="mt-4 border-t border-line pt-3">
      <div className="flex items-center gap-3">
        <span aria-hidden>{w.cheapest}</span>
        <Slider label={w.balance} value={dial} min={0} max={1} step={STEP} text={said} onChange={onChange} />
        <span aria-hidden>{w.best}</span>
      </div>
      <p aria-hidden className="mt-1 text-pretty text-ink-2 tabular-nums">
        {said}
      </p>
    </div>
  )
}
