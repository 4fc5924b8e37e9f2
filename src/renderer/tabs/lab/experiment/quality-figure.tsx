import { lazy, Suspense } from 'react'
import type { EntryResult } from '../../../../shared/lab.ts'
import { w } from '../words.ts'
import { allFree } from './picture.ts'
import { PointMark } from './point-mark.tsx'

// The library comes when the first picture does; the table need not wait for it.
const QualityChart = lazy(() => import('./quality-chart.tsx'))

type QualityFigureProps = { readonly entries: readonly EntryResult[]; readonly chosen: string | null }

/** Accuracy against cost, or against time where all is free; lines lead to what the dial chooses. What it shows stands in the table beside it, too. */
export function QualityFigure({ entries, chosen }: QualityFigureProps) {
  const free = allFree(entries)
  const [title, said] = free ? [w.timePicture, w.timePictureSay] : [w.picture, w.pictureSay]
  return (
    <figure aria-labelledby="lab-picture" className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="lab-picture" className="font-semibold">
          {title}
        </h2>
        <ul className="ml-auto flex flex-wrap gap-x-4 text-12 text-ink-2">
          <li>
            <PointMark single onFront={false} />
            {w.single}
          </li>
          <li>
            <PointMark single={false} onFront={false} />
            {w.strategy}
          </li>
          <li>
            <PointMark single onFront />
            {w.onFront}
          </li>
        </ul>
      </div>
      <p className="mb-2 text-12 text-pretty text-ink-2">{said}</p>
      <div role="img" aria-label={`${title}. ${said}`} className="h-[30rem] max-narrow:h-80">
        <Suspense fallback={null}>
          <QualityChart entries={entries} chosen={chosen} />
        </Suspense>
      </div>
      <p aria-hidden className="text-right text-11 text-ink-3">
        {free ? w.medianTime : w.perThousand}
      </p>
    </figure>
  )
}
