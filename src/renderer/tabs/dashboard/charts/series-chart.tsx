import type { MouseEvent } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { ChartData, ChartRow, Series } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { tickPlaces, valueTicks } from './ticks.ts'

type SeriesChartProps = { readonly data: ChartData; readonly onPick?: ((row: ChartRow) => void) | undefined }

const AXIS = { fontSize: '0.6875rem', fill: 'var(--color-ink-3)' } as const
/** What the values' words take at the right, in pixels. */
const AXIS_WIDTH = 50
/** Beside the first and the last point, in pixels. */
const PADDING = { left: 1, right: 4 } as const
const MARGIN = { top: 8, right: 0, bottom: 0, left: 0 } as const
/** The name of a limit stands above its line, also where that is the highest. */
const LIMIT_MARGIN = { ...MARGIN, top: 20 } as const

/** Values over time, drawn still: hairlines, no frame, names at the ends of the lines. */
export default function SeriesChart({ data, onPick }: SeriesChartProps) {
  const { rows, series, format, tick, limit } = data
  const points = rows.map((row, index) => ({ index, ...row.values }))
  const values = rows.flatMap(({ values: of }) => Object.values(of).flatMap((value) => (value === null ? [] : [value])))
  const ticks = valueTicks(Math.max(0, ...values, limit?.value ?? 0), data.whole)
  const top = ticks.at(-1) ?? 1
  const banded = series.some(({ look }) => look === 'bar')
  /** By where the pointer is, not by what the library has seen of its way there: a tap has no way. */
  const pick = ({ clientX, currentTarget }: MouseEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (clientX - box.left - PADDING.left) / (box.width - AXIS_WIDTH - PADDING.left - PADDING.right)))
    const index = banded ? Math.min(rows.length - 1, Math.floor(share * rows.length)) : Math.round(share * (rows.length - 1))
    const row = rows[index]
    if (row) onPick?.(row)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table has a button for each point.
    // biome-ignore lint/a11y/noStaticElementInteractions: the table has a button for each point.
    <div className="h-full" onClick={pick}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 376, height: 160 }}>
        <ComposedChart data={points} margin={limit ? LIMIT_MARGIN : MARGIN} accessibilityLayer={false} barCategoryGap="20%">
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="index"
            ticks={tickPlaces(rows.map(({ at }) => at))}
            interval="preserveStart"
            tickFormatter={(index: number) => tick(rows[index]?.at ?? 0)}
            tick={AXIS}
            axisLine={false}
            tickLine={false}
            height={20}
            scale={banded ? 'band' : 'point'}
            padding={PADDING}
          />
          <YAxis
            orientation="right"
            width={AXIS_WIDTH}
            ticks={ticks}
            domain={[0, top || 1]}
            tickFormatter={format}
            tick={AXIS}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-line-strong)', fill: 'var(--color-hover)', strokeWidth: 1 }}
            content={({ active, activeIndex }) => {
              const row = activeIndex == null ? undefined : rows[Number(activeIndex)]
              return active && row ? <ChartTooltip row={row} data={data} hint={onPick !== undefined} /> : null
            }}
          />
          {limit && (
            <ReferenceLine
              y={limit.value}
              stroke="var(--color-ink-2)"
              strokeDasharray="4 3"
              label={{ value: limit.name, position: 'insideTopLeft', dx: -6, dy: -16, ...AXIS }}
            />
          )}
          {series.map((one) =>
            drawn(
              one,
              rows,
              series.some(({ look }) => look === 'thin'),
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Elements and no component: the library looks for its own among a chart's children. */
function drawn(series: Series, rows: readonly ChartRow[], apart: boolean) {
  const { key, look } = series
  const common = { dataKey: key, isAnimationActive: false, key } as const
  switch (look) {
    case 'bar':
    case 'failed':
      return <Bar {...common} stackId="one" fill={look === 'failed' ? 'var(--color-bad)' : 'var(--color-accent)'} maxBarSize={14} />
    case 'area':
      return (
        <Area
          {...common}
          type="linear"
          stroke="var(--color-accent)"
          strokeWidth={2}
          fill="var(--color-accent)"
          fillOpacity={0.1}
          connectNulls={false}
          dot={lonely(rows, key)}
          activeDot={{ r: 3.5, strokeWidth: 2, stroke: 'var(--color-paper)', fill: 'var(--color-accent)' }}
        >
          {nameOn(series, rows, apart)}
        </Area>
      )
    default:
      return (
        <Line
          {...common}
          type="linear"
          stroke={STROKES[look]}
          strokeWidth={look === 'thin' ? 1.25 : look === 'before' ? 1 : 2}
          {...(look === 'before'
            ? { strokeDasharray: '2 2' }
            : look === 'forecast'
              ? { strokeDasharray: '1 4', strokeLinecap: 'round' }
              : {})}
          dot={look === 'before' || look === 'forecast' ? false : lonely(rows, key)}
          activeDot={look === 'before' || look === 'forecast' ? false : { r: 3, strokeWidth: 0, fill: STROKES[look] }}
        >
          {nameOn(series, rows, apart)}
        </Line>
      )
  }
}

const STROKES = {
  line: 'var(--color-accent)',
  thin: 'var(--color-accent)',
  before: 'var(--color-line-strong)',
  forecast: 'var(--color-warn)',
} as const

/** A point without neighbours would not be seen as a line. */
function lonely(rows: readonly ChartRow[], key: string): boolean | object {
  const given = rows.map(({ values }) => (values[key] ?? null) !== null)
  return given.some((there, index) => there && !given[index - 1] && !given[index + 1])
    ? { r: 2, strokeWidth: 0, fill: 'var(--color-accent)' }
    : false
}

/** Where in the last third the lines stand highest, and so farthest apart: their names do not lie on each other there. */
function highPlace(rows: readonly ChartRow[]): number {
  const last = rows.findLastIndex(({ values }) => Object.values(values).some((value) => value !== null))
  const from = Math.floor(last * 0.66)
  const tops = rows.slice(from, last + 1).map(({ values }) => Math.max(-1, ...Object.values(values).map((value) => value ?? -1)))
  return from + tops.indexOf(Math.max(...tops))
}

/** At the end of a line; where several are close (`apart`), where they are farthest from each other. */
function nameOn({ key, name, named, look }: Series, rows: readonly ChartRow[], apart: boolean) {
  if (!named) return null
  const place = apart ? highPlace(rows) : rows.findLastIndex(({ values }) => (values[key] ?? null) !== null)
  return (
    <LabelList
      dataKey={key}
      content={({ index, x, y }) =>
        index === place ? (
          <text
            x={Number(x)}
            y={Number(y) - 6}
            textAnchor={place > rows.length * 0.85 ? 'end' : 'middle'}
            className="dashboard-line-name"
            fill={look === 'forecast' ? 'var(--color-warn)' : 'var(--color-ink)'}
          >
            {name}
          </text>
        ) : null
      }
    />
  )
}
