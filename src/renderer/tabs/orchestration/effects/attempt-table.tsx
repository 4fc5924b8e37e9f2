import { formatDuration, formatTokens } from '../../../../shared/format.ts'
import { type Attempt, totalTokens } from '../../../../shared/model.ts'
import { m } from '../../../app/messages.ts'
import { MoneyExact } from '../../../components/money.tsx'
import { errorText } from '../../../state/error-words.ts'
import { useModelLabel } from '../../chat/use-labels.ts'

const FIGURE = 'figures border-t border-line py-1 pl-3 text-right align-top'

/** Each attempt of a call: the model, how it ended, its error, what it used. */
export function AttemptTable({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const labelOf = useModelLabel()
  return (
    <table aria-label={m.runs.attempts} className="w-full border-collapse text-12">
      <thead>
        <tr className="text-ink-3 [&>th]:pb-1 [&>th]:font-medium">
          <th scope="col" className="text-left">
            {m.runs.attempts}
          </th>
          <th scope="col" className="w-24 text-right">
            {m.runs.effectColumns.time}
          </th>
          <th scope="col" className="w-24 text-right">
            {m.runs.effectColumns.tokens}
          </th>
          <th scope="col" className="w-28 text-right">
            {m.runs.effectColumns.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.number}>
            <td className="border-t border-line py-1">
              <span className="figures">{attempt.number}</span> {labelOf(attempt.model)},{' '}
              <span className={attempt.state === 'failed' || attempt.state === 'lost' ? 'text-bad' : 'text-ink-2'}>
                {m.runs.attemptStates[attempt.state].toLowerCase()}
              </span>
              {attempt.error && <p className="text-pretty wrap-anywhere text-ink-2">{errorText(attempt.error)}</p>}
            </td>
            <td className={FIGURE}>
              {attempt.endedAt === null ? m.common.unknown : formatDuration(Math.max(0, attempt.endedAt - attempt.startedAt))}
            </td>
            <td className={FIGURE}>
              {attempt.usage === null ? m.common.unknown : formatTokens(totalTokens(attempt.usage), attempt.usage.estimated)}
            </td>
            <td className={FIGURE}>{attempt.costMicros === null ? m.common.unknown : <MoneyExact micros={attempt.costMicros} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
