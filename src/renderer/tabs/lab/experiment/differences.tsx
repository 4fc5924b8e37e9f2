import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Disagreement, Experiment } from '../../../../shared/lab.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'

/** Questions on which presets differ, one by one. */
export function Differences({ experiment, count }: { readonly experiment: Experiment; readonly count: number }) {
  const { client, attempt } = useSession()
  const { id, entries, done } = experiment
  const [place, setPlace] = useState(0)
  const [shown, setShown] = useState<Disagreement | null>(null)
  const at = Math.min(place, Math.max(0, count - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: more answers may make other questions differ.
  useEffect(() => {
    let gone = false
    if (count === 0) return setShown(null)
    void attempt(client.lab.disagreements({ id, offset: at, limit: 1 })).then((read) => {
      if (!gone) setShown(read?.items[0] ?? null)
    })
    return () => {
      gone = true
    }
  }, [client, id, at, count, done])
  return (
    <section aria-labelledby="lab-differ" className="mt-6">
      <div className="flex items-center gap-1">
        <h2 id="lab-differ" className="mr-auto font-semibold">
          {w.differ}
        </h2>
        {count > 0 && (
          <>
            <span role="status" className="figures text-12 text-ink-2">
              {w.place(at + 1, count)}
            </span>
            <IconButton label={w.previous} small disabled={at === 0} onClick={() => setPlace(at - 1)}>
              <ChevronLeft size={14} aria-hidden />
            </IconButton>
            <IconButton label={w.next} small disabled={at >= count - 1} onClick={() => setPlace(at + 1)}>
              <ChevronRight size={14} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      {count === 0 && <p className="mt-1 text-12 text-ink-2">{w.differNone}</p>}
      {shown && (
        <div className="mt-1 border-t border-line pt-2">
          <p className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere">{shown.question}</p>
          <dl className="lab-answers">
            <dt>{w.expected}</dt>
            <dd className="font-medium wrap-anywhere">{shown.expected}</dd>
            {shown.answers.map(({ entry, answer, right }) => (
              <div key={entry} className="contents">
                <dt>{entries[entry]?.name}</dt>
                <dd className="wrap-anywhere">
                  {answer === '' ? <span className="text-ink-3">{w.noAnswer}</span> : answer}{' '}
                  <span className={right ? 'text-ok' : 'text-bad'}>{right ? w.rightAnswer : w.wrongAnswer}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  )
}
