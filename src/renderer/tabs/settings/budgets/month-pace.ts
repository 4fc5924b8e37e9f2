import type { Micros } from '../../../../shared/money.ts'

/** What the month would cost if its other days were like those before `now`; null on the first two, which say too little. */
export function monthPace(spent: Micros, now: Date): Micros | null {
  const start = new Date(now.getFullYear(), now.getMonth(), 1).getTime()
  const end = new Date(now.getFullYear(), now.getMonth() + 1, 1).getTime()
  if (now.getDate() <= 2) return null
  return Math.round((spent * (end - start)) / (now.getTime() - start))
}
