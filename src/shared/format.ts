import { MICROS_PER_DOLLAR } from './money.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** "$19.97" from one dollar on, "$0.0170" below; null is "No price". A true minus before negative amounts. */
export function formatMoney(micros: number | null): string {
  if (micros === null) return 'No price'
  const dollars = Math.abs(micros) / MICROS_PER_DOLLAR
  const sign = micros < 0 ? MINUS : ''
  if (dollars >= 1) return `${sign}$${dollars.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
  return micros === 0 ? '$0.00' : `${sign}$${dollars.toFixed(4)}`
}

/** What is not known exactly: "$0.019", "$0.0004", "$1.25". A limit is rounded up. */
export function formatEstimate(micros: number, atMost = false): string {
  const dollars = micros / MICROS_PER_DOLLAR
  const decimals = dollars >= 1 ? 2 : dollars >= 0.001 || dollars === 0 ? 3 : 4
  const scale = 10 ** decimals
  return `$${(atMost ? Math.ceil(dollars * scale - 1e-9) / scale : dollars).toFixed(decimals)}`
}

/** For cost tables: six decimals, cut so that the last two can be set fainter: ["0.0169", "60"]. */
export function formatMoneyExact(micros: number): { head: string; tail: string } {
  const text = (micros / MICROS_PER_DOLLAR).toFixed(6)
  return { head: text.slice(0, -2), tail: text.slice(-2) }
}

/** "0.82 s", "6.7 s", "1 min 12 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 1) return `${seconds.toFixed(2)}${NBSP}s`
  if (seconds < 60) return `${seconds < 10 ? trimZero(seconds.toFixed(2)) : seconds.toFixed(1)}${NBSP}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${NBSP}min ${Math.floor(seconds % 60)}${NBSP}s`
  return `${Math.floor(minutes / 60)}${NBSP}h ${minutes % 60}${NBSP}min`
}

function trimZero(text: string): string {
  return text.endsWith('0') ? text.slice(0, -1) : text
}

/** "412 ms" below one second, else as `formatDuration`: for technical places. */
export function formatLatency(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}${NBSP}ms` : formatDuration(ms)
}

/** "6,341", "1.93 M"; with `estimated` "≈ 602". */
export function formatTokens(tokens: number, estimated = false): string {
  const text = tokens >= 1_000_000 ? `${(tokens / 1_000_000).toFixed(2)}${NBSP}M` : Math.round(tokens).toLocaleString('en-US')
  return estimated ? `≈${NBSP}${text}` : text
}
