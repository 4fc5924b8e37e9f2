import { useId } from 'react'
import { formatMoney } from '../../../../shared/format.ts'
import type { Micros } from '../../../../shared/money.ts'
import type { AtLimit } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Field } from '../../../components/field.tsx'
import { Meter } from '../../../components/meter.tsx'
import { Segment } from '../../../components/segment.tsx'
import { readDollars, showDollars } from '../fields/dollars.ts'
import { FieldError } from '../fields/field-error.tsx'
import { useTextDraft } from '../fields/use-text-draft.ts'
import { w } from '../words.ts'

/** From this share of a limit on, its meter warns. */
const CLOSE = 0.8

const CHOICES: readonly { readonly value: AtLimit; readonly label: string }[] = [
  { value: 'stop', label: w.budgets.stop },
  { value: 'ask', label: w.budgets.ask },
  { value: 'degrade', label: w.budgets.degrade },
]

type BudgetRowProps = {
  readonly name: string
  readonly limit: Micros | null
  readonly used: Micros
  readonly period: string
  /** Reserved for calls under way. */
  readonly held?: Micros
  /** What the whole period would cost at this rate. */
  readonly pace?: Micros | null
  /** What becomes of a call that would pass the limit. */
  readonly at: AtLimit
  readonly onChange: (limit: Micros | null) => void
  readonly onAt: (at: AtLimit) => void
}

/** One limit in dollars (empty: none) beside what is spent of it. */
export function BudgetRow({ name, limit, used, period, held = 0, pace = null, at, onChange, onAt }: BudgetRowProps) {
  const errorId = useId()
  const { props, error } = useTextDraft<Micros | null>({
    saved: limit,
    show: showDollars,
    read: (text) => readDollars(name, text),
    commit: onChange,
  })
  const overPace = limit !== null && pace !== null && pace > limit
  const close = overPace || (limit !== null && used >= limit * CLOSE && used > 0)
  return (
    <div
      data-setting={name}
      className="grid min-h-14 grid-cols-[10.25rem_7rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 border-t border-line px-4.5 py-2.5 first:border-t-0 @max-[48rem]:grid-cols-[minmax(0,1fr)_7rem] @max-[48rem]:px-3"
    >
      <b className="font-medium">{name}</b>
      <Field
        label={m.settings.budgets.limitOf(name)}
        before="$"
        inputMode="decimal"
        autoComplete="off"
        placeholder={m.settings.budgets.noLimit}
        wrong={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        className="text-right tabular-nums"
        {...props}
      />
      <div className="grid gap-1.5 text-12 text-ink-2 tabular-nums @max-[48rem]:col-span-full">
        <div className="flex flex-wrap justify-between gap-x-3">
          <span>
            {period}
            {overPace && <span className="text-warn">, {m.settings.budgets.pace(formatMoney(pace))}</span>}
            {held > 0 && <span className="text-ink-3">, {m.settings.budgets.held(formatMoney(held))}</span>}
          </span>
          <span>{formatMoney(used)}</span>
        </div>
        {limit !== null && (
          <Meter
            label={period}
            value={used}
            max={limit}
            text={m.settings.budgets.usedOf(formatMoney(used), formatMoney(limit))}
            close={close}
          />
        )}
      </div>
      <span className="@max-[48rem]:col-span-full">
        <Segment label={w.budgets.atLimitOf(name)} value={at} options={CHOICES} onChange={onAt} />
      </span>
      <FieldError id={errorId} text={error} className="col-span-3 col-start-2 @max-[48rem]:col-span-full" />
    </div>
  )
}
