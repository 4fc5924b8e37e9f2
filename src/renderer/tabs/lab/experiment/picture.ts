import type { EntryResult } from '../../../../shared/lab.ts'

/** An entry in the picture. */
export type Point = {
  readonly name: string
  readonly single: boolean
  readonly onFront: boolean
  /** Dollars for 1,000 questions, what is free at the left edge; where all is free, the median seconds to an answer. */
  readonly cost: number
  readonly quality: number
  readonly low: number
  readonly high: number
  /** Lengths of the bar below and above. */
  readonly error: readonly [number, number]
  /** Where its name stands, in pixels from the middle of the mark; null: nowhere is room, the table has it. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null
}

/** Costs below are drawn here: a logarithm has no zero. */
const FREE = 0.001
const MAGNITUDES = [0.001, 0.01, 0.1, 1, 10, 100, 1000]
/** About the room of the picture and of a letter, in pixels: enough to see which names would lie on each other. */
const ROOM = { width: 560, height: 430, letter: 6.6, line: 14 }
/** Places of a name, the usual one first. */
const PLACES = [
  { x: 10, y: 4, anchor: 'start' },
  { x: -10, y: -4, anchor: 'end' },
  { x: 10, y: 18, anchor: 'start' },
  { x: 10, y: -10, anchor: 'start' },
  { x: -10, y: 14, anchor: 'end' },
  { x: -10, y: -20, anchor: 'end' },
  { x: 10, y: -26, anchor: 'start' },
  { x: 10, y: 36, anchor: 'start' },
  { x: -10, y: -36, anchor: 'end' },
  { x: 10, y: 54, anchor: 'start' },
] as const

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Whether nothing cost anything: then time is the price. */
export function allFree(entries: readonly EntryResult[]): boolean {
  return entries.every(({ cost, latencyMs }) => cost.value === 0 && latencyMs !== null)
}

export function pointsOf(entries: readonly EntryResult[]): Point[] {
  const free = allFree(entries)
  const bare = entries.map(
    ({ name, single, onFront, cost, latencyMs, accuracy: { value, low, high } }): Point => ({
      name,
      single,
      onFront: free ? !entries.some((other) => outdoes(other, { latencyMs, accuracy: { value } })) : onFront,
      cost: Math.max(FREE, free ? secondsOf({ latencyMs }) : cost.value / 1000),
      quality: value,
      low,
      high,
      error: [value - low, high - value],
      label: null,
    }),
  )
  const costs = costTicks(bare)
  const qualities = qualityTicks(bare)
  const across = (cost: number) => share(Math.log(cost), Math.log(costs[0] ?? FREE), Math.log(costs.at(-1) ?? 1)) * ROOM.width
  const down = (quality: number) => (1 - share(quality, qualities[0] ?? 0, qualities.at(-1) ?? 1)) * ROOM.height
  const taken: Box[] = bare.map(({ cost, quality }) => around(across(cost), down(quality)))
  const labels = new Map<string, Point['label']>()
  // Those of the front first: they are what is looked for.
  for (const { name, cost, quality, onFront } of bare.toSorted((a, b) => Number(b.onFront) - Number(a.onFront))) {
    const [x, y] = [across(cost), down(quality)]
    // The stair of the front goes on to the right of its points.
    const places = onFront ? PLACES.slice(1) : PLACES
    const order = x > ROOM.width * (onFront ? 0.15 : 0.6) ? places.toSorted((a, b) => a.x - b.x) : places
    const place = order.find((each) => {
      const box = boxOf(name, x, y, each)
      return box.left >= -30 && box.right <= ROOM.width + 12 && box.top >= -8 && taken.every((other) => !overlap(box, other))
    })
    if (place !== undefined) taken.push(boxOf(name, x, y, place))
    labels.set(name, place ?? null)
  }
  return bare.map((point) => ({ ...point, label: labels.get(point.name) ?? null }))
}

type Timed = { readonly latencyMs: EntryResult['latencyMs']; readonly accuracy: { readonly value: number } }

const secondsOf = ({ latencyMs }: Pick<Timed, 'latencyMs'>) => (latencyMs?.p50 ?? 0) / 1000

/** Whether `a` is as fast and as good as `b`, and one of them more so. */
function outdoes(a: Timed, b: Timed): boolean {
  const [faster, better] = [secondsOf(b) - secondsOf(a), a.accuracy.value - b.accuracy.value]
  return faster >= 0 && better >= 0 && faster + better > 0
}

function share(value: number, from: number, to: number): number {
  return to === from ? 0.5 : (value - from) / (to - from)
}

function around(x: number, y: number): Box {
  return { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }
}

function boxOf(name: string, x: number, y: number, place: NonNullable<Point['label']>): Box {
  const width = name.length * ROOM.letter
  const left = place.anchor === 'start' ? x + place.x : x + place.x - width
  return { left, right: left + width, top: y + place.y - ROOM.line + 3, bottom: y + place.y + 2 }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
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
