import { Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { useSession } from '../../../state/use-session.ts'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { BudgetField } from './budget-field.tsx'
import { ChangesField } from './changes-field.tsx'
import { EstimateLine } from './estimate-line.tsx'
import { PresetField } from './preset-field.tsx'
import { QuestionField } from './question-field.tsx'
import type { NewRunForm } from './use-new-run.ts'
import { useRunEstimate } from './use-run-estimate.ts'

const n = w.newRun

/** A question to a preset: who is asked, how they answer, within which limit, and what it would cost. */
export function QuestionForm({ form }: { readonly form: NewRunForm }) {
  const { client, attempt } = useSession()
  const { openRun } = useRunPlace()
  const { ask, text, attachments } = form
  const estimated = useRunEstimate(ask)
  const [starting, setStarting] = useState(false)
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => ref.current?.querySelector('textarea')?.focus(), [])
  const empty = text.trim() === '' && attachments.length === 0
  const blocked = empty ? n.empty : (estimated.error ?? estimated.estimate?.blocked ?? null)
  const start = async () => {
    if (ask === undefined || blocked !== null || starting) return
    setStarting(true)
    const started = await attempt(client.runs.start(ask))
    setStarting(false)
    if (!started) return
    form.clear()
    openRun(started.runId)
  }
  return (
    <form
      ref={ref}
      aria-label={n.title}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
      className="@container grid gap-4 p-5"
    >
      <QuestionField form={form} onSubmit={() => void start()} />
      <PresetField form={form} />
      <ChangesField form={form} />
      <BudgetField form={form} />
      <EstimateLine estimated={estimated} form={form} />
      <div className="flex items-center gap-3">
        <Button type="submit" look="main" disabled={blocked !== null || starting}>
          <Play size={14} aria-hidden />
          {n.start}
        </Button>
        {empty && <span className="text-12 text-ink-2">{n.empty}</span>}
      </div>
    </form>
  )
}
