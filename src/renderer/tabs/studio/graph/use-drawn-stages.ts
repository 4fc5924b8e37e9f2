import type { Stage } from '../../../../shared/pipeline.ts'
import { criticalPath } from '../../orchestration/steps/critical-path.ts'
import { problemsByStage } from '../editor/problems.ts'
import { useEditorState } from '../editor/use-editor.ts'
import type { Live } from '../run/live-stages.ts'
import { stageName } from '../stages/stage-name.ts'
import { useStageNote } from '../stages/use-stage-note.ts'
import { linksOf } from './links-of.ts'
import { stageSentence } from './stage-sentence.ts'

export type DrawnStage = {
  readonly stage: Stage
  readonly name: string
  readonly note: string
  readonly sentence: string
  readonly before: readonly string[]
  readonly problems: readonly string[]
  readonly critical: boolean
  readonly live: Live | null
}

/** The stages of the pipeline with all that the graph and the list say of them. */
export function useDrawnStages(live: ReadonlyMap<string, Live>): readonly DrawnStage[] {
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const check = useEditorState((state) => state.check)
  const noteOf = useStageNote()
  const problems = problemsByStage(pipeline, check)
  const links = linksOf(pipeline.stages, check)
  const names = new Map(pipeline.stages.map((stage) => [stage.id, stageName(stage)]))
  // Measured where there is a run; worth a mark where there is another way.
  const steps = [...live.values()].map(({ step }) => step)
  const longest = steps.length === 0 ? new Set(check?.criticalPath) : criticalPath(steps, Date.now())
  const path = longest.size < pipeline.stages.length ? longest : new Set<string>()
  return pipeline.stages.map((stage) => {
    const before = [...new Set(links[stage.id] ?? [])].filter((id) => names.has(id))
    const own = (problems.get(stage.id) ?? []).map(({ message }) => message)
    const about = { note: noteOf(stage), problems: own, critical: path.has(stage.id), live: live.get(stage.id) ?? null }
    const sentence = stageSentence(stage, { ...about, before: before.map((id) => names.get(id) ?? id) })
    return { stage, name: stageName(stage), sentence, before, ...about }
  })
}
