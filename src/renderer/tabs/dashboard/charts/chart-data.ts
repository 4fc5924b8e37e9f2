/** A line, an area or bars of a chart. `name` stands at its end and over its column in the table. */
export type Series = {
  readonly key: string
  readonly name: string
  readonly look: 'line' | 'thin' | 'area' | 'bar' | 'failed' | 'before' | 'forecast'
  /** The name is drawn at the end of the line. */
  readonly named?: boolean
}

/** A point of time (epoch ms) with the value of each series; null where there is none. */
export type ChartRow = { readonly at: number; readonly to: number; readonly values: Readonly<Record<string, number | null>> }

export type ChartData = {
  readonly rows: readonly ChartRow[]
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  /** Things that are counted: the axis has no halves. */
  readonly whole?: boolean
  readonly tick: (at: number) => string
  /** A time or a span in the table and in the tooltip. */
  readonly when: (row: ChartRow) => string
  /** A limit that is drawn across. */
  readonly limit?: { readonly value: number; readonly name: string } | undefined
}
