import { Check, Hourglass, Pause } from 'lucide-react'
import type { EndpointHealth } from '../../../../shared/metrics.ts'
import { w } from '../words.ts'

/** How each provider that was called lately is: resting, busy, or answering as it should. `now`: the core's clock, epoch ms. */
export function HealthList({ endpoints, now }: { readonly endpoints: readonly EndpointHealth[]; readonly now: number }) {
  const resting = endpoints.filter(({ breaker }) => breaker === 'open')
  const trying = endpoints.filter(({ breaker }) => breaker === 'half-open')
  const busy = endpoints.filter(({ breaker, queued }) => breaker === 'closed' && queued > 0)
  const normal = endpoints.filter(({ breaker, queued }) => breaker === 'closed' && queued === 0)
  return (
    <ul className="pt-2 text-12">
      {resting.map(({ provider, name, failures, until }) => {
        const [who, why] = w.restsAfter(name, failures)
        return (
          <li key={provider} className="dashboard-health">
            <Pause size={14} aria-hidden className="text-warn" />
            <span className="truncate">
              <b className="font-medium text-warn">{who}</b>
              {why}
            </span>
            <span className="figures text-ink-2">{until !== null && w.triesIn(Math.max(0, Math.ceil((until - now) / 1000)))}</span>
          </li>
        )
      })}
      {trying.map(({ provider, name }) => (
        <li key={provider} className="dashboard-health">
          <Hourglass size={14} aria-hidden />
          <span className="truncate">{w.tries(name)}</span>
        </li>
      ))}
      {busy.map(({ provider, name, places, queued }) => (
        <li key={provider} className="dashboard-health">
          <Hourglass size={14} aria-hidden />
          <span className="truncate">{places === 1 ? w.oneAtATime(name) : w.atATime(name, places)}</span>
          <span className="figures text-ink-2">{w.queued(queued)}</span>
        </li>
      ))}
      {normal.length > 0 && (
        <li className="dashboard-health">
          <Check size={14} aria-hidden />
          <span className="truncate">{normal.map(({ name }) => name).join(', ')}</span>
          <span className="text-ink-2">{normal.length === 1 ? w.normalOne : w.normal}</span>
        </li>
      )}
    </ul>
  )
}
