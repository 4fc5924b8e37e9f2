import type { DataSet, Experiment, ExperimentResults } from '../../../../shared/lab.ts'
import { w } from '../words.ts'
import { Differences } from './differences.tsx'
import { EntryTable } from './entry-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { QualityFigure } from './quality-figure.tsx'

type ResultsProps = { readonly experiment: Experiment; readonly dataSet: DataSet; readonly results: ExperimentResults }

/** What came of an experiment: figures, the picture, the same as a table, and the questions on which presets differ. */
export function Results({ experiment, dataSet, results }: ResultsProps) {
  return (
    <>
      <KeyFigures dataSet={dataSet} results={results} />
      <div className="lab-columns">
        <QualityFigure entries={results.entries} />
        <div className="min-w-0">
          <section aria-labelledby="lab-presets">
            <h2 id="lab-presets" className="font-semibold">
              {w.presets}
            </h2>
            <EntryTable results={results} />
          </section>
          <Differences experiment={experiment} count={results.differing} />
        </div>
      </div>
    </>
  )
}
