import { MICROS_PER_DOLLAR, Micros } from '../../../../shared/money.ts'
import { m } from '../../../app/messages.ts'
import { language } from '../../../state/language.ts'
import { type Reading, right, wrong } from './reading.ts'

const f = m.settings.fields

type DecimalSign = '.' | ','
const DECIMAL_SIGN: DecimalSign = language === 'en' ? '.' : ','

/**
 * Micro-dollars of what was typed as dollars, exactly; null for an empty field. What could mean two things is refused: a comma in
 * English, and a point before three digits where the comma is the decimal sign.
 */
export function readDollars(label: string, text: string, sign: DecimalSign = DECIMAL_SIGN): Reading<Micros | null> {
  const typed = text.trim()
  if (typed === '') return right(null)
  if (sign === ',' && /\.\d{3}$/.test(typed)) return wrong(f.notAnAmount(label, typed))
  const parts = /^\$?\s*(\d*)(?:\.(\d*))?\s*\$?$/.exec(sign === ',' ? typed.replace(',', '.') : typed)
  const whole = parts?.[1] ?? ''
  const fraction = parts?.[2] ?? ''
  if (!parts || whole + fraction === '') return wrong(f.notAnAmount(label, typed))
  if (fraction.length > 6) return wrong(f.tooFine(label, typed))
  if (whole.length > 9) return wrong(f.tooMuch(label, typed))
  return right(Micros.parse(Number(whole) * MICROS_PER_DOLLAR + Number(fraction.padEnd(6, '0'))))
}

/** "0.25", "0.000125", "" for null, with a comma in other languages: what `readDollars` reads back to the same amount. */
export function showDollars(micros: Micros | null, sign: DecimalSign = DECIMAL_SIGN): string {
  if (micros === null) return ''
  const whole = Math.trunc(micros / MICROS_PER_DOLLAR)
  const fraction = String(micros % MICROS_PER_DOLLAR).padStart(6, '0')
  return `${whole}${sign}${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}
