import type { EntryResult } from '../../../../shared/lab.ts'

/** An entry in the picture. */
export type Point = {
  readonly name: string
  readonly single: boolean
  readonly onFront: boolean
  /** Dollars for 1,000 questions; what is free stands at the left edge. */
  readonly cost: number
  readonly quality: number
  readonly low: number
  readonly high: number
  /** Lengths of the bar below and above. */
  readonly error: readonly [number, number]
  /** Where its name stands. */
  readonly side: 'left' | 'right'
  /** Pixels by which the name moves out of another one's way. */
  readonly lift: number
}

/** Costs below are drawn here: a logarithm has no zero. */
const FREE = 0.001
const MAGNITUDES = [0.001, 0.01, 0.1, 1, 10, 100, 1000]
const LINE_HEIGHT = 14

export function pointsOf(entries: readonly EntryResult[]): Point[] {
  const points: Point[] = entries.map(({ name, single, onFront, cost, accuracy: { value, low, high } }) => ({
    name,
    single,
    onFront,
    cost: Math.max(FREE, cost.value / 1000),
    quality: value,
    low,
    high,
    error: [value - low, high - value],
    side: onFront ? 'left' : 'right',
    lift: onFront ? -8 : 0,
  }))
  return points.map((point, place) => {
    const near = points.slice(0, place).filter((other) => other.side === point.side && isNear(point, other)).length
    const leftmost = points.every(({ cost }) => cost >= point.cost)
    return {
      ...point,
      side: leftmost ? 'right' : point.side,
      lift: point.lift + (near % 2 === 0 ? near / 2 : -(near + 1) / 2) * LINE_HEIGHT,
    }
  })
}

function isNear(a: Point, b: Point): boolean {
  return Math.abs(a.quality - b.quality) < 0.012 && Math.abs(Math.log(a.cost / b.cost)) < 0.9
}

/** The stair of the front, drawn on to the right edge. */
export function frontLine(points: readonly Point[], toCost: number): { cost: number; quality: number }[] {
  const front = points.filter(({ onFront }) => onFront).toSorted((a, b) => a.cost - b.cost)
  const last = front.at(-1)
  return [...front, ...(last === undefined ? [] : [{ ...last, cost: toCost }])].map(({ cost, quality }) => ({ cost, quality }))
}

/** 1, 2 and 5 of each magnitude, from below the cheapest to above the dearest. */
export function costTicks(points: readonly Point[]): number[] {
  const all = MAGNITUDES.flatMap((magnitude) => [1, 2, 5].map((step) => Number((magnitude * step).toPrecision(1))))
  const costs = points.map(({ cost }) => cost)
  const from = all.findLastIndex((tick) => tick <= Math.min(...costs) * 0.9)
  const to = all.findIndex((tick) => tick >= Math.max(...costs) * 1.1)
  return all.slice(Math.max(0, from), (to === -1 ? all.length : to) + 1)
}

/** Steps of five points around all bars. */
export function qualityTicks(points: readonly Point[]): number[] {
  const from = Math.floor(Math.min(...points.map(({ low }) => low)) * 20)
  const to = Math.min(20, Math.ceil(Math.max(...points.map(({ high }) => high)) * 20))
  return Array.from({ length: Math.max(2, to - from + 1) }, (_, step) => (from + step) / 20)
}
