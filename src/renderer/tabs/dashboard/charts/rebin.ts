/** At most `most` sums of neighbours: a small line of many points is a scribble. */
export function rebin(values: readonly number[], most: number): number[] {
  const each = Math.ceil(values.length / most)
  return Array.from({ length: Math.ceil(values.length / Math.max(1, each)) }, (_, index) =>
    values.slice(index * each, (index + 1) * each).reduce((sum, value) => sum + value, 0),
  )
}
