import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One measured number against what it has to be, in the same unit. */
export interface Measurement {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The most that is allowed, or where `least` is set the least. */
  readonly goal: number
  readonly least?: true
}

/** Prints a line a measurement and keeps them in bench/results/<bench>.json. A miss is told and does not fail: machines differ. */
export function report(bench: string, measurements: readonly Measurement[]): void {
  const judged = measurements.map((measurement) => ({ ...measurement, ok: isMet(measurement) }))
  for (const { name, value, unit, goal, ok } of judged) console.log(`${name}  ${value} ${unit}  goal ${goal}  ${ok ? 'ok' : 'miss'}`)
  const folder = join(import.meta.dirname, '..', 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${bench}.json`), `${JSON.stringify(judged, null, 2)}\n`)
}

function isMet({ value, goal, least }: Measurement): boolean {
  return least ? value >= goal : value <= goal
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('There is no median of nothing.')
  return middle
}
