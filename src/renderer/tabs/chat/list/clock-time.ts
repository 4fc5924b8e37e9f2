import { formatClock, formatDate } from '../../../../shared/format.ts'

/** "10:42" on the same day, else "3 Nov 2026, 10:42"; both in epoch ms. */
export function clockTime(at: number, now: number): string {
  const time = formatClock(at)
  return new Date(at).toDateString() === new Date(now).toDateString() ? time : `${formatDate(at)}, ${time}`
}
