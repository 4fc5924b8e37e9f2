import { useState } from 'react'
import type { DataSet, Experiment, ExperimentResults } from '../../../../shared/lab.ts'
import { useApp } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { atBalance } from './at-balance.ts'
import { Balance } from './balance.tsx'
import { Differences } from './differences.tsx'
import { EntryTable } from './entry-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { allFree } from './picture.ts'
import { QualityFigure } from './quality-figure.tsx'

type ResultsProps = { readonly experiment: Experiment; readonly dataSet: DataSet; readonly results: ExperimentResults }

/** What came of an experiment: figures, the picture, the same as a table, and the questions on which presets differ. */
export function Results({ experiment, dataSet, results }: ResultsProps) {
  const saved = useApp((app) => app.settings.dial)
  const [turned, setTurned] = useState<number | null>(null)
  const dial = turned ?? saved
  // Where nothing costs anything, there is nothing to balance.
  const chosen = allFree(results.entries) ? null : atBalance(results.entries, dial)
  return (
    <>
      <KeyFigures dataSet={dataSet} results={results} />
      <div className="lab-columns">
        <div className="min-w-0">
          <QualityFigure entries={results.entries} chosen={chosen?.name ?? null} />
          {chosen && <Balance dial={dial} chosen={chosen} onChange={setTurned} />}
        </div>
        <div className="min-w-0">
          <section aria-labelledby="lab-presets">
            <h2 id="lab-presets" className="font-semibold">
              {w.presets}
            </h2>
            <EntryTable results={results} chosen={chosen?.name ?? null} />
          </section>
          <Differences experiment={experiment} count={results.differing} />
        </div>
      </div>
    </>
  )
}
