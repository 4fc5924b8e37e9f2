import { Drawer } from '../../../components/drawer.tsx'
import { useRunPlace } from '../use-run-place.ts'
import { w } from '../words.ts'
import { LeaderField } from './leader-field.tsx'
import { PipelineForm } from './pipeline-form.tsx'
import { QuestionForm } from './question-form.tsx'
import { PIPELINE, useNewRun } from './use-new-run.ts'

const n = w.newRun

/** Starts a run outside of a conversation: a question to a preset, or a saved pipeline. */
export function NewRunDrawer() {
  const { openList } = useRunPlace()
  const form = useNewRun()
  return (
    <Drawer title={n.title} closeLabel={n.close} onClose={openList}>
      <LeaderField form={form} />
      {form.orchestrator === PIPELINE ? <PipelineForm form={form} /> : <QuestionForm form={form} />}
    </Drawer>
  )
}
