import { formatDollars, formatNumber, formatShare } from '../../../../shared/format.ts'
import type { DataSet, ExperimentResults } from '../../../../shared/lab.ts'
import { m } from '../../../app/messages.ts'
import { w } from '../words.ts'

/** The few figures that answer: was it worth it? */
export function KeyFigures({ dataSet, results }: { readonly dataSet: DataSet; readonly results: ExperimentResults }) {
  const { entries, aiq, aiqSingles } = results
  const singles = entries.filter(({ single }) => single)
  const best = singles.toSorted((a, b) => b.accuracy.value - a.accuracy.value)[0]
  const cheaper =
    best === undefined
      ? undefined
      : entries
          .filter((entry) => !entry.single && entry.accuracy.value >= best.accuracy.value && entry.cost.value < best.cost.value)
          .toSorted((a, b) => a.cost.value - b.cost.value)[0]
  const tasks = dataSet.taskTypes.filter(({ taskType }) => taskType !== '')
  const facts = [
    {
      name: w.howMany,
      value: formatNumber(Math.max(...entries.map(({ asked }) => asked))),
      note: tasks.map(({ taskType, questions }) => `${taskType} ${formatNumber(questions)}`).join(', '),
    },
    { name: w.presets, value: formatNumber(entries.length), note: singles.length === 0 ? '' : w.singles(singles.length) },
    ...(aiq === null || aiqSingles === null
      ? []
      : [{ name: w.aiq, value: formatNumber(aiq, 3), note: w.withoutStrategies(formatNumber(aiqSingles, 3)) }]),
    ...(best === undefined
      ? []
      : [{ name: w.bestSingle, value: formatShare(best.accuracy.value), note: `${best.name}, ${perThousand(best.cost.value)}` }]),
    ...(best === undefined
      ? []
      : [
          {
            name: w.asGood,
            value: cheaper === undefined ? m.common.unknown : perThousand(cheaper.cost.value),
            note: cheaper === undefined ? '' : w.less(formatShare(1 - cheaper.cost.value / best.cost.value), cheaper.name),
          },
        ]),
  ]
  return (
    <dl aria-label={w.figures} className="lab-figures figures">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt className="text-12 text-ink-2">{name}</dt>
          <dd>
            <span className="text-18 font-medium">{value}</span> <span className="text-12 text-ink-3">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Dollars for 1,000 questions, of micro-dollars for one. */
export function perThousand(micros: number): string {
  return formatDollars(micros / 1000, 3)
}
