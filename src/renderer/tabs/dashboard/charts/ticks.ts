const HOUR_MS = 3_600_000
/** What an axis names, the coarsest first: days, parts of a day, hours, parts of an hour. */
const ROUND: readonly ((at: Date) => boolean)[] = [
  (at) => at.getHours() === 0 && at.getMinutes() === 0,
  (at) => at.getHours() % 6 === 0 && at.getMinutes() === 0,
  (at) => at.getHours() % 3 === 0 && at.getMinutes() === 0,
  (at) => at.getMinutes() === 0 && at.getSeconds() === 0,
  (at) => at.getMinutes() % 15 === 0 && at.getSeconds() === 0,
  (at) => at.getSeconds() === 0,
]

/** Which of these times (epoch ms, in order) an axis names: three to eight round ones where there are so many, else evenly spread ones. */
export function tickPlaces(times: readonly number[]): number[] {
  const step = (times[1] ?? 0) - (times[0] ?? 0)
  if (step < 20 * HOUR_MS) {
    for (const isRound of ROUND) {
      const places = times.flatMap((at, index) => (isRound(new Date(at)) ? [index] : []))
      if (places.length >= 3 && places.length <= 8) return places
    }
  }
  const each = Math.max(1, Math.ceil((times.length - 1) / 4))
  return times.flatMap((_, index) => (index % each === 0 ? [index] : []))
}

/** Round values from 0 to `most` or a little above: 1, 2 or 5 times a power of ten apart, three to six of them; of what is counted (`whole`) no halves. */
export function valueTicks(most: number, whole = false): number[] {
  if (most <= 0) return [0]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const step = whole ? Math.max(1, round) : round
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step)
}
