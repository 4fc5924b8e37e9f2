import { formatMoney, formatNumber } from '../../../../shared/format.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** "+12 %"; null where there is nothing to compare with. */
export function relativeChange(now: number, before: number): string | null {
  if (before === 0) return null
  const percent = Math.round(((now - before) / before) * 100)
  return percent === 0 ? '' : `${percent > 0 ? '+' : MINUS}${formatNumber(Math.abs(percent))}${NBSP}%`
}

/** "−0.6 s", "+120 ms" of times in ms. '' where it is the same. */
export function timeChange(now: number, before: number): string {
  const ms = Math.round(now - before)
  const size = Math.abs(ms)
  if (size < 1) return ''
  return `${ms > 0 ? '+' : MINUS}${size < 100 ? `${formatNumber(size)}${NBSP}ms` : `${formatNumber(size / 1000, 1)}${NBSP}s`}`
}

/** "+$6.10" of micro-dollars. '' where it is the same. */
export function moneyChange(now: number, before: number): string {
  if (now === before) return ''
  return `${now > before ? '+' : MINUS}${formatMoney(Math.abs(now - before))}`
}

/** "+1.2 points" would explain; of shares from 0 to 1: "+1.2 %". '' where it is the same. */
export function shareChange(now: number, before: number): string {
  const points = Math.round((now - before) * 1000) / 10
  return points === 0 ? '' : `${points > 0 ? '+' : MINUS}${formatNumber(Math.abs(points), 1)}${NBSP}%`
}
