const MOST = 3
const LEAST_LIKENESS = 0.35

function pairs(text: string): Set<string> {
  const name = text.toLowerCase()
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)))
}

/** Likeness by shared pairs of letters, 0 to 1 (Dice 1945). */
function likeness(left: Set<string>, right: Set<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

/** Up to three names that look like `wanted`, most alike first. */
export function nearMatches(wanted: string, names: readonly string[]): string[] {
  const target = pairs(wanted)
  return names
    .map((name) => ({ name, score: likeness(target, pairs(name)) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, MOST)
    .map(({ name }) => name)
}
