import { MICROS_PER_DOLLAR, Micros } from '../../../../shared/money.ts'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from './reading.ts'

const f = m.settings.fields

/** Micro-dollars of what was typed as dollars, exactly; null for an empty field. A comma is refused, because it means two things. */
export function readDollars(label: string, text: string): Reading<Micros | null> {
  const typed = text.trim()
  if (typed === '') return right(null)
  const parts = /^\$?\s*(\d*)(?:\.(\d*))?$/.exec(typed)
  const whole = parts?.[1] ?? ''
  const fraction = parts?.[2] ?? ''
  if (!parts || whole + fraction === '') return wrong(f.notAnAmount(label, typed))
  if (fraction.length > 6) return wrong(f.tooFine(label, typed))
  if (whole.length > 9) return wrong(f.tooMuch(label, typed))
  return right(Micros.parse(Number(whole) * MICROS_PER_DOLLAR + Number(fraction.padEnd(6, '0'))))
}

/** "0.25", "0.000125", "" for null: what `readDollars` reads back to the same amount. */
export function showDollars(micros: Micros | null): string {
  if (micros === null) return ''
  const whole = Math.trunc(micros / MICROS_PER_DOLLAR)
  const fraction = String(micros % MICROS_PER_DOLLAR).padStart(6, '0')
  return `${whole}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}
