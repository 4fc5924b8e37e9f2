/** A small line without words; the figure beside it says what it means. Values that are null are left out. */
export function Sparkline({
  values,
  before = null,
  spread = false,
  className,
}: {
  readonly values: readonly (number | null)[]
  readonly before?: readonly (number | null)[] | null
  /** From the lowest value and not from zero: for shares that are all near one. */
  readonly spread?: boolean
  readonly className?: string
}) {
  const known = [...values, ...(before ?? [])].flatMap((value) => (value === null ? [] : [value]))
  const least = spread && known.length > 0 ? Math.min(...known) : 0
  const range = Math.max(1e-9, Math.max(0, ...known) - least)
  const at = (value: number, index: number, of: readonly unknown[]) => ({
    x: 2 + (96 * index) / Math.max(1, of.length - 1),
    y: 26 - (22 * (value - least)) / range,
  })
  const path = (of: readonly (number | null)[]) => {
    const points = of.flatMap((value, index) => (value === null ? [] : [at(value, index, of)]))
    return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  }
  const last = values.findLastIndex((value) => value !== null)
  const end = last < 0 ? null : at(values[last] ?? 0, last, values)
  return (
    <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden className={`dashboard-spark ${className ?? ''}`}>
      {before && <path d={path(before)} className="dashboard-spark-before" />}
      <path d={path(values)} />
      {end && <path d={`M${end.x.toFixed(1)} ${end.y.toFixed(1)}h0`} className="dashboard-spark-end" />}
    </svg>
  )
}
