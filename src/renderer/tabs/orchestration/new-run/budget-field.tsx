import { readDollars, showDollars } from '../../settings/fields/dollars.ts'
import { DraftField } from '../../settings/fields/draft-field.tsx'
import { w } from '../words.ts'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun

/** The most that this run may cost; empty: what the preset and the settings say. */
export function BudgetField({ form }: { readonly form: NewRunForm }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="font-medium">
        {n.budget}
      </span>
      <DraftField
        label={n.budget}
        before="$"
        inputMode="decimal"
        placeholder={n.budgetHint}
        boxClassName="w-42"
        className="text-right tabular-nums"
        saved={form.budgetMicros}
        show={showDollars}
        read={(text) => readDollars(n.budget, text)}
        commit={form.setBudget}
      />
    </div>
  )
}
