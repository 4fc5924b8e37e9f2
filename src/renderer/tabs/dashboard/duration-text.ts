import { formatDuration, formatNumber } from '../../../shared/format.ts'

/** A time that is known to 2 %: "0.8 s", "8.7 s", "45 ms", "1 min 12 s". */
export function durationText(ms: number): string {
  if (ms < 95) return `${formatNumber(Math.round(ms))}\u00a0ms`
  return ms < 59_950 ? `${formatNumber(ms / 1000, ms < 950 ? 2 : 1)}\u00a0s` : formatDuration(ms)
}
