import { ChartLine, Table2 } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { w } from '../words.ts'
import type { ChartData, ChartRow } from './chart-data.ts'
import { ChartTable } from './chart-table.tsx'

// The library comes when the first chart does: the figures and tables need not wait for it.
const SeriesChart = lazy(() => import('./series-chart.tsx'))

type ChartFigureProps = {
  readonly title: string
  readonly sentence: string
  readonly data: ChartData
  /** As high as the lanes of calls that it stands in the place of. */
  readonly low?: boolean
  /** Shows what is behind a point. */
  readonly onPick?: ((row: ChartRow) => void) | undefined
}

/** A chart under a sentence that says what it shows; the same values as a table at a button. */
export function ChartFigure({ title, sentence, data, low = false, onPick }: ChartFigureProps) {
  const [table, setTable] = useState(false)
  const id = useId()
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <div className="flex items-center">
        <h3 id={id} className="text-13 leading-5 font-semibold">
          {title}
        </h3>
        <IconButton
          label={`${table ? w.asChart : w.asTable}: ${title}`}
          small
          className="-my-1 ml-auto"
          aria-pressed={table}
          onClick={() => setTable(!table)}
        >
          {table ? <ChartLine size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
        </IconButton>
      </div>
      <p className="mb-1.5 text-12 leading-[1.125rem] text-pretty text-ink-2">{sentence}</p>
      {table ? (
        <ChartTable label={title} data={data} low={low} onPick={onPick} />
      ) : (
        <div role="img" aria-label={`${title}. ${sentence}`} className={classNames('dashboard-chart', low ? 'h-31' : 'h-40')}>
          <Suspense fallback={null}>
            <SeriesChart data={data} onPick={onPick} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}
