import { Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PipelineId } from '../../../../shared/ids.ts'
import type { Pipeline } from '../../../../shared/pipeline.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Select } from '../../../components/select.tsx'
import { Switch } from '../../../components/switch.tsx'
import { callError } from '../../../state/call-error.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { InputForm } from '../../studio/run/input-form.tsx'
import { useRunInput } from '../../studio/run/use-run-input.ts'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { BudgetField } from './budget-field.tsx'
import { Row } from './row.tsx'
import type { NewRunForm } from './use-new-run.ts'

const n = w.newRun

/** A saved pipeline and what it is given. */
export function PipelineForm({ form }: { readonly form: NewRunForm }) {
  const pipelines = useApp((app) => app.pipelines)
  const [chosen, setChosen] = useState<PipelineId | null>(null)
  const id = chosen ?? pipelines[0]?.id ?? null
  const { pipeline, problem } = usePipeline(id)
  return (
    <div className="grid gap-4 p-5">
      <Row label={n.pipeline}>
        <Select<string>
          label={n.pipeline}
          value={id ?? ''}
          options={pipelines.map((known) => ({ value: known.id, label: known.name, hint: n.stages(known.stages) }))}
          onChange={(next) => setChosen(pipelines.find((known) => known.id === next)?.id ?? null)}
          className="w-full"
        />
      </Row>
      {problem !== null && <ErrorNote what={problem} role="alert" />}
      {pipeline && <StartForm key={pipeline.id} pipeline={pipeline} form={form} />}
    </div>
  )
}

function StartForm({ pipeline, form }: { readonly pipeline: Pipeline; readonly form: NewRunForm }) {
  const { client, attempt } = useSession()
  const { openRun } = useRunPlace()
  const input = useRunInput(pipeline)
  const [starting, setStarting] = useState(false)
  const start = async () => {
    if (input.problem !== null || starting) return
    setStarting(true)
    const { budgetMicros, allowNoPrice } = form
    const started = await attempt(client.pipelines.run({ pipeline, input: input.value, budgetMicros, allowNoPrice }))
    setStarting(false)
    if (started) openRun(started.runId)
  }
  return (
    <form
      aria-label={pipeline.name}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      {pipeline.description !== '' && <p className="text-pretty text-ink-2">{pipeline.description}</p>}
      <InputForm form={input} />
      <BudgetField form={form} />
      <div className="flex items-center gap-2 text-12">
        <Switch label={n.allowNoPrice} checked={form.allowNoPrice} onChange={form.setAllowNoPrice} />
        <span aria-hidden>{n.allowNoPrice}</span>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="main" disabled={input.problem !== null || starting}>
          <Play size={14} aria-hidden />
          {n.start}
        </Button>
        {input.problem !== null && <span className="text-12 text-ink-2">{input.problem}</span>}
      </div>
    </form>
  )
}

/** The whole of a saved pipeline; asked for anew when another one is chosen. */
function usePipeline(id: PipelineId | null): { readonly pipeline: Pipeline | null; readonly problem: string | null } {
  const { client } = useSession()
  const [read, setRead] = useState<{ pipeline: Pipeline | null; problem: string | null }>({ pipeline: null, problem: null })
  useEffect(() => {
    if (id === null) return
    const stop = new AbortController()
    client.pipelines.get({ id }, { signal: stop.signal }).then(
      (pipeline) => setRead({ pipeline, problem: null }),
      (thrown: unknown) => !stop.signal.aborted && setRead({ pipeline: null, problem: callError(thrown).message }),
    )
    return () => stop.abort(new Error('Another pipeline is chosen.'))
  }, [client, id])
  return read
}
