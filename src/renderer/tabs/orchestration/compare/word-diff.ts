/** A piece of a text: in both, or in this one alone. Words and the spaces between them are pieces of their own. */
export type Piece = { readonly text: string; readonly same: boolean /** Characters before it. */; readonly at: number }

export type WordDiff = {
  readonly left: readonly Piece[]
  readonly right: readonly Piece[]
  /** Of all words of both, the share that both have, in [0, 1]. */
  readonly share: number
}

/** More words than this on a side are not compared: the work grows with the differences. */
const MOST_WORDS = 6_000
/** Answers that differ in more places than this have nothing worth marking. */
const MOST_DIFFERENCES = 3_000

/** What two texts share word by word, by the shortest edit script (Myers, "An O(ND) Difference Algorithm", 1986); null where they are too long or too different. */
export function wordDiff(left: string, right: string): WordDiff | null {
  const a = left.split(/(\s+)/).filter((piece) => piece !== '')
  const b = right.split(/(\s+)/).filter((piece) => piece !== '')
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return null
  const common = commonPairs(a, b)
  if (common === null) return null
  const inA = new Set(common.map(([at]) => at))
  const inB = new Set(common.map(([, at]) => at))
  const words = (pieces: readonly string[]) => pieces.filter((piece) => piece.trim() !== '').length
  const total = words(a) + words(b)
  const shared = common.filter(([at]) => a[at]?.trim() !== '').length * 2
  return { left: joined(a, inA), right: joined(b, inB), share: total === 0 ? 1 : shared / total }
}

/** Places of pieces that both have, in order. */
function commonPairs(a: readonly string[], b: readonly string[]): (readonly [number, number])[] | null {
  const furthest = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_DIFFERENCES); edits += 1) {
    trace.push(new Map(furthest))
    for (let k = -edits; k <= edits; k += 2) {
      let x = down(furthest, k, edits) ? at(furthest, k + 1) : at(furthest, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length)
    }
  }
  return null
}

function backtrack(trace: readonly ReadonlyMap<number, number>[], endX: number, endY: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let x = endX
  let y = endY
  for (const [edits, furthest] of [...trace.entries()].toReversed()) {
    const k = x - y
    const from = down(furthest, k, edits) ? k + 1 : k - 1
    const fromX = at(furthest, from)
    const fromY = fromX - from
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    if (edits === 0) break
    x = fromX
    y = fromY
  }
  return pairs.toReversed()
}

/** Whether the best way to diagonal `k` comes from above, by a piece of the right text alone. */
function down(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1))
}

function at(furthest: ReadonlyMap<number, number>, k: number): number {
  return furthest.get(k) ?? 0
}

/** Neighbours of the same kind as one piece. */
function joined(pieces: readonly string[], common: ReadonlySet<number>): Piece[] {
  const result: { text: string; same: boolean; at: number }[] = []
  let length = 0
  for (const [index, text] of pieces.entries()) {
    const same = common.has(index)
    const last = result.at(-1)
    if (last && last.same === same) last.text += text
    else result.push({ text, same, at: length })
    length += text.length
  }
  return result
}
