import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatDollars, formatDuration, formatNumber, formatShare } from '../../../../shared/format.ts'
import type { EntryResult } from '../../../../shared/lab.ts'
import { allFree, costTicks, frontLine, type Point, pointsOf, qualityTicks } from './picture.ts'

type NameRoom = { readonly x?: number | string; readonly y?: number | string; readonly width?: number | string }

const AXIS = { fontSize: '0.6875rem', fill: 'var(--color-ink-3)' } as const
const CROSS = { stroke: 'var(--color-ink-3)', strokeDasharray: '2 3' } as const
const MARGIN = { top: 24, right: 16, bottom: 0, left: 0 } as const

/** Cost, or time where all is free, on a logarithmic scale to the right, accuracy upwards; the front as a stair. Nothing moves. */
export default function QualityChart({ entries, chosen }: { readonly entries: readonly EntryResult[]; readonly chosen: string | null }) {
  const points = pointsOf(entries)
  const free = allFree(entries)
  const found = points.find(({ name }) => name === chosen)
  const costs = costTicks(points)
  const qualities = qualityTicks(points)
  const costRange = [costs[0] ?? 0.01, costs.at(-1) ?? 10]
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 480 }}>
      <ComposedChart margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          type="number"
          dataKey="cost"
          scale="log"
          domain={costRange}
          ticks={costs}
          allowDataOverflow
          tickFormatter={(cost: number) => (free ? formatDuration(1000 * cost) : formatDollars(cost, cost < 0.01 ? 3 : cost < 1 ? 2 : 0))}
          tick={AXIS}
          axisLine={false}
          tickLine={false}
          height={22}
        />
        <YAxis
          type="number"
          dataKey="quality"
          width={44}
          domain={[qualities[0] ?? 0, qualities.at(-1) ?? 1]}
          ticks={qualities}
          allowDataOverflow
          tickFormatter={(share: number) => formatNumber(100 * share)}
          tick={AXIS}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => {
            const shown = points.find(({ name }) => name === payload?.[0]?.payload?.name)
            return active && shown ? <PointNote point={shown} free={free} /> : null
          }}
        />
        {found && (
          <ReferenceLine
            segment={[
              { x: costRange[0] ?? 0, y: found.quality },
              { x: found.cost, y: found.quality },
            ]}
            {...CROSS}
          />
        )}
        {found && (
          <ReferenceLine
            segment={[
              { x: found.cost, y: qualities[0] ?? 0 },
              { x: found.cost, y: found.quality },
            ]}
            {...CROSS}
          />
        )}
        <Line
          data={frontLine(points, costRange[1] ?? 10)}
          dataKey="quality"
          type="stepAfter"
          stroke="var(--color-accent)"
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Scatter data={points} isAnimationActive={false} shape={Mark}>
          <ErrorBar dataKey="error" direction="y" width={0} stroke="var(--color-line-strong)" strokeWidth={1.25} />
          <LabelList dataKey="name" content={({ index, ...at }) => nameOf(index === undefined ? undefined : points[index], at)} />
        </Scatter>
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** An element and no component: where a name stands depends on its point. */
function nameOf(point: Point | undefined, { x = 0, y = 0, width = 0 }: NameRoom) {
  if (!point?.label) return null
  const half = Number(width) / 2
  const { x: right, y: below, anchor } = point.label
  return (
    <text
      x={Number(x) + half + right}
      y={Number(y) + half + below}
      textAnchor={anchor}
      className={point.onFront ? 'lab-name lab-name-on' : 'lab-name'}
    >
      {point.name}
    </text>
  )
}

function Mark({ cx, cy, payload }: { readonly cx?: number; readonly cy?: number; readonly payload?: Point }) {
  if (cx === undefined || cy === undefined || payload === undefined) return null
  const look = payload.onFront ? 'lab-point lab-point-on' : 'lab-point'
  return payload.single ? (
    <circle cx={cx} cy={cy} r={5} className={look} />
  ) : (
    <path d={`M${cx} ${cy - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} className={look} />
  )
}

function PointNote({ point: { name, quality, low, high, cost }, free }: { readonly point: Point; readonly free: boolean }) {
  return (
    <div className="figures rounded-control border border-line bg-raised px-2.5 py-1.5 text-12 shadow-float">
      <p className="font-medium">{name}</p>
      <p className="text-ink-2">
        {formatShare(quality)} ({formatShare(low)} – {formatShare(high)}), {free ? formatDuration(1000 * cost) : formatDollars(cost, 3)}
      </p>
    </div>
  )
}
