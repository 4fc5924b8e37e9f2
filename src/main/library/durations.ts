import type { CommandTimes } from '../../shared/command-definition.ts'

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?)$/i, 1],
  [/^(?:s|secs?|seconds?)$/i, 1_000],
  [/^(?:m|mins?|minutes?)$/i, 60_000],
  [/^(?:h|hrs?|hours?)$/i, 3_600_000],
  [/^(?:d|days?)$/i, 86_400_000],
]

/** A bare number is seconds, unless it is at least `msFrom`. */
export function readDuration(written: string | number, msFrom = 10_000): number | null {
  if (typeof written === 'number') return bare(written, msFrom)
  const number = Number(written)
  if (written.trim() !== '' && Number.isFinite(number)) return bare(number, msFrom)
  // The upper end of "5-10 min".
  const range = /^\s*~?\s*(?:[\d.]+\s*(?:-|–|to)\s*)?([\d.]+)\s*([a-z]+)/i.exec(written)
  const unit = UNITS.find(([name]) => name.test(range?.[2] ?? ''))?.[1]
  const amount = Number(range?.[1])
  return unit === undefined || !Number.isFinite(amount) ? null : Math.round(amount * unit)
}

/** What a definition says of the time that something takes, in ms; null where it says nothing that can be read. */
export function expectedMs({ expectedMs: exact, durationMs, estimatedTime, estimatedDuration, duration }: CommandTimes): number | null {
  const written = exact ?? durationMs
  if (written !== undefined) return Math.round(written)
  const said = estimatedTime ?? estimatedDuration ?? duration
  return said === undefined ? null : readDuration(said)
}

function bare(amount: number, msFrom: number): number | null {
  if (!(amount >= 0)) return null
  return Math.round(amount >= msFrom ? amount : amount * 1_000)
}
