import { formatClock, formatDate } from '../../../../shared/format.ts'

/** "10:58" on the same day, "19 Nov, 10:58" before; both in epoch ms. */
export function clockTime(at: number, now: number): string {
  const time = formatClock(at)
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time
  return `${formatDate(at, { day: 'numeric', month: 'short' })}, ${time}`
}
