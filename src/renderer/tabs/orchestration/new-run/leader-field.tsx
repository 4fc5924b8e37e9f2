import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { orchestratorName } from '../orchestrator-name.ts'
import { useOrchestrators } from '../use-orchestrators.ts'
import { w } from '../words.ts'
import { Row } from './row.tsx'
import { type NewRunForm, PIPELINE } from './use-new-run.ts'

const n = w.newRun

/** Who leads the run: a preset's strategy, Auto, or the stages of a pipeline. */
export function LeaderField({ form }: { readonly form: NewRunForm }) {
  const orchestrators = useOrchestrators()
  const hasPipelines = useApp((app) => app.pipelines.length > 0)
  const asked = orchestrators.filter((known) => known.asked).map(({ id }) => id)
  const known = hasPipelines ? [...asked, PIPELINE] : asked
  if (known.length < 2) return null
  return (
    <div className="px-5 pt-5">
      <Row label={n.orchestrator}>
        <Select
          label={n.orchestrator}
          value={form.orchestrator}
          options={known.map((id) => ({ value: id, label: orchestratorName(id) }))}
          onChange={form.setOrchestrator}
          className="w-full"
        />
      </Row>
    </div>
  )
}
