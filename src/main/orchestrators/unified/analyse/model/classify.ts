import { inflateSync } from 'node:zlib'
import type { SplitRequest } from '../split-request.ts'
import { type Features, featuresOf, type Source } from './features.ts'
import { HEADS, KINDS, NEEDS, OUTPUTS, SHAPES } from './outputs.ts'
import { BIASES, MODEL, SCALES } from './weights.ts'

/** An answer of the model, how sure it is (0 … 1), and the words and marks that weighed most for it, strongest first. */
export interface Verdict<T> {
  readonly value: T
  readonly sure: number
  readonly because: readonly string[]
}

export interface Verdicts {
  readonly kind: Verdict<(typeof KINDS)[number]>
  readonly need: Verdict<(typeof NEEDS)[number]['need']>
  readonly shape: Verdict<(typeof SHAPES)[number]['pattern']>
}

const MOST_EVIDENCE = 3
/** As much may stand between words that are shown as one piece. */
const BETWEEN = /^[^\n]{0,7}$/u
/** Of what weighed most, all that weighed at least this share. */
const WORTH_SHOWING = 0.35

/** What a linear model makes of a request; `npm run train:auto` made it. Pure, a fraction of a millisecond. */
export function classify(request: SplitRequest): Verdicts {
  const found = featuresOf(request)
  const scores = scoresOf(found)
  const of = <T>(head: (typeof HEADS)[keyof typeof HEADS], values: readonly T[]): Verdict<T> => {
    const shares = softmax(scores.slice(head.from, head.to))
    const place = shares.reduce((best, share, at) => (share > (shares[best] ?? 0) ? at : best), 0)
    const value = values[place]
    if (value === undefined) throw new RangeError(`The model has no output ${place}.`)
    return { value, sure: shares[place] ?? 0, because: evidence(request.ask, found, head, head.from + place) }
  }
  return {
    kind: of(HEADS.kind, KINDS),
    need: of(
      HEADS.need,
      NEEDS.map(({ need }) => need),
    ),
    shape: of(
      HEADS.shape,
      SHAPES.map(({ pattern }) => pattern),
    ),
  }
}

function scoresOf({ features }: Features): number[] {
  const scores = [...BIASES]
  for (const { key, value } of features) {
    const weightOf = weightsOf(key)
    for (let output = 0; output < OUTPUTS; output += 1) scores[output] = (scores[output] ?? 0) + value * weightOf(output)
  }
  return scores
}

/** What was learned: keys in order, and a byte for each key and output, those of one output together. */
interface Table {
  readonly keys: Uint32Array
  readonly bytes: Int8Array
}

let table: Table | null = null

/** The weight that a key has for an output; nought for what the model has not seen. Unpacked at first use. */
function weightsOf(key: number): (output: number) => number {
  table ??= unpack(inflateSync(Buffer.from(MODEL, 'base64')))
  const { keys, bytes } = table
  const row = rowOf(keys, key)
  return row === null ? () => 0 : (output) => (bytes[output * keys.length + row] ?? 0) * (SCALES[output] ?? 0)
}

/** The place of a key by halving, as a map of all of them would take ten times the memory. */
function rowOf(keys: Uint32Array, key: number): number | null {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? low : null
}

/** First by how much each key is above the one before, the highest of three bytes first; then the weights. */
function unpack(bytes: Buffer): Table {
  const rows = bytes.length / (3 + OUTPUTS)
  const keys = new Uint32Array(rows)
  let key = 0
  for (let row = 0; row < rows; row += 1) {
    key += bytes.readUInt8(row) * 65_536 + bytes.readUInt8(rows + row) * 256 + bytes.readUInt8(2 * rows + row)
    keys[row] = key
  }
  return { keys, bytes: Int8Array.from(bytes.subarray(3 * rows)) }
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** What spoke for an output and not for the others alike; words with no more than a short word between them are one piece. */
function evidence(ask: string, { features, sources }: Features, head: (typeof HEADS)[keyof typeof HEADS], output: number): string[] {
  const spoke = sources.map(() => 0)
  for (const { key, value, source } of features) {
    const weightOf = weightsOf(key)
    let sum = 0
    for (let other = head.from; other < head.to; other += 1) sum += weightOf(other)
    spoke[source] = (spoke[source] ?? 0) + value * (weightOf(output) - sum / (head.to - head.from))
  }
  const ranked = sources
    .map((source, place) => ({ source, spoke: spoke[place] ?? 0 }))
    .filter(({ source, spoke: points }) => points > 0 && isTelling(ask, source))
    .toSorted((a, b) => b.spoke - a.spoke)
  const most = ranked[0]?.spoke ?? 0
  const best = ranked.filter(({ spoke: points }) => points >= most * WORTH_SHOWING).slice(0, MOST_EVIDENCE)
  const names = best.flatMap(({ source }) => ('name' in source ? [source.name] : []))
  const pieces: { from: number; to: number }[] = []
  const places = best.flatMap(({ source }) => ('name' in source ? [] : [source])).toSorted((a, b) => a.from - b.from)
  for (const { from, to } of places) {
    const last = pieces.at(-1)
    if (last !== undefined && BETWEEN.test(ask.slice(last.to, from))) last.to = to
    else pieces.push({ from, to })
  }
  return [...pieces.map(({ from, to }) => `“${ask.slice(from, to).slice(0, 40)}”`), ...names]
}

/** Neither a length nor a stop says anything to a reader. */
function isTelling(ask: string, source: Source): boolean {
  return 'name' in source ? !source.name.startsWith('a length') : /[\p{L}\d]/u.test(ask.slice(source.from, source.to))
}
