import { useEffect, useState } from 'react'
import { formatDate, formatMoney, formatNumber, formatShare } from '../../../../shared/format.ts'
import type { LearnedRouting } from '../../../../shared/lab.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { learnedWords as l } from './learned-words.ts'

/** What routing has learned from the Lab, by data set, and the way to forget it. */
export function LearnedPart() {
  const { client, attempt, tabs } = useSession()
  const [learned, setLearned] = useState<readonly LearnedRouting[] | null>(null)
  useEffect(() => {
    let gone = false
    void attempt(client.lab.view()).then((view) => {
      if (!gone && view) setLearned(view.learned)
    })
    return () => {
      gone = true
    }
  }, [client, attempt])
  const forget = async (id: string) => {
    if ((await attempt(client.lab.forget({ id }).then(() => true))) === undefined) return
    setLearned((known) => known?.filter((each) => each.id !== id) ?? null)
  }
  return (
    <section aria-label={l.title} data-setting={l.title} className="mt-6 rounded-sheet">
      <h3 className="font-semibold">{l.title}</h3>
      <p className="mb-1.5 text-12 text-pretty text-ink-2">{l.intro}</p>
      <Sheet>
        {learned?.length === 0 && (
          <div className="flex flex-wrap items-center gap-3 p-3">
            <p className="min-w-0 flex-1 basis-60 text-ink-2">{l.none}</p>
            <Button onClick={() => tabs.open('lab')}>{l.open}</Button>
          </div>
        )}
        {learned?.map((each) => (
          <div key={each.id} className="border-t border-line p-3 first:border-t-0">
            <div className="flex items-center gap-3">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{each.dataSet}</p>
                <p className="figures text-12 text-ink-2">{l.from(each.questions, formatDate(each.at))}</p>
              </div>
              <Button aria-label={l.resetNamed(each.dataSet)} onClick={() => void forget(each.id)}>
                {l.reset}
              </Button>
            </div>
            <StepTable learned={each} />
          </div>
        ))}
      </Sheet>
    </section>
  )
}

function StepTable({ learned: { steps, dataSet } }: { readonly learned: LearnedRouting }) {
  const dial = useApp((app) => app.settings.dial)
  const now = steps.findLast((step) => step.dial <= dial + 1e-9) ?? steps[0]
  return (
    <table aria-label={dataSet} className="figures mt-2 w-full text-12">
      <thead className="text-right text-ink-3">
        <tr>
          <th scope="col" className="text-left font-medium">
            {l.dial}
          </th>
          <th scope="col" className="font-medium">
            {l.right}
          </th>
          <th scope="col" className="font-medium">
            {l.cost}
          </th>
          <th scope="col" className="font-medium">
            {l.calls}
          </th>
        </tr>
      </thead>
      <tbody className="text-right">
        {steps.map((step) => (
          <tr key={step.dial} aria-current={step === now || undefined} className={step === now ? 'bg-accent-soft font-medium' : undefined}>
            <th scope="row" className="border-t border-line py-0.5 text-left font-[inherit]">
              {l.percent(step.dial)} {step === now && <span className="text-ink-2">{l.now}</span>}
            </th>
            <td className="border-t border-line">{formatShare(step.accuracy)}</td>
            <td className="border-t border-line">{formatMoney(Math.round(step.meanMicros * 1000))}</td>
            <td className="border-t border-line">{formatNumber(step.calls, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
