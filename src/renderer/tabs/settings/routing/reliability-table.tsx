import { formatNumber, formatShare } from '../../../../shared/format.ts'
import type { Reliability } from '../../../../shared/quality.ts'
import { w } from '../words.ts'
import { LEARNED_TABLE } from './learned-table.ts'

const e = w.experience

/** What was predicted of answers against what they turned out to be. */
export function ReliabilityTable({ reliability }: { readonly reliability: Reliability }) {
  return (
    <div>
      <table className={LEARNED_TABLE} aria-label={e.reliability}>
        <thead>
          <tr>
            <th scope="col">{e.predicted}</th>
            <th scope="col">{e.observed}</th>
            <th scope="col">{e.answers}</th>
          </tr>
        </thead>
        <tbody>
          {reliability.bins.map((bin) => (
            <tr key={bin.from}>
              <td>{formatShare(bin.predicted)}</td>
              <td>{formatShare(bin.observed)}</td>
              <td>{formatNumber(bin.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reliability.expectedError !== null && <p className="mt-1 text-12 text-ink-2">{e.offBy(formatShare(reliability.expectedError))}</p>}
    </div>
  )
}
