import type { DataSet } from '../../../../shared/lab.ts'
import { w } from '../words.ts'

/** What is wrong with the files of a data set, by line; folded, for most of it is rarely read. */
export function ProblemTable({ dataSet: { problems, problemCount } }: { readonly dataSet: DataSet }) {
  return (
    <details className="mt-1 text-12">
      <summary className="cursor-default text-warn">{w.problems(problemCount)}</summary>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {problems.map(({ file, line, message, leftOut }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of an import never changes.
          <li key={place} className="grid grid-cols-[10rem_minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1 max-narrow:grid-cols-1">
            <span className="figures text-ink-2">{line === null ? '' : w.line(file, line)}</span>
            <span className="wrap-anywhere">{message}</span>
            <span className="text-ink-3">{leftOut ? w.leftOut : ''}</span>
          </li>
        ))}
      </ul>
      {problemCount > problems.length && <p className="text-ink-2">{w.moreProblems(problemCount - problems.length)}</p>}
    </details>
  )
}
