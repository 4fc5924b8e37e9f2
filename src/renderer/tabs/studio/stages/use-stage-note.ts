import type { Processor, Stage } from '../../../../shared/pipeline.ts'
import { useApp } from '../../../state/use-session.ts'
import { w } from '../words.ts'

/** The few words below a stage's name: who is asked, which tool, which expression. */
export function useStageNote(): (stage: Stage) => string {
  const models = useApp((app) => app.models)
  const presets = useApp((app) => app.presets)
  const pipelines = useApp((app) => app.pipelines)
  return (stage) => {
    const { processor } = stage
    if (processor.type === 'pipeline') return pipelines.find(({ id }) => id === processor.pipeline)?.name ?? processor.pipeline
    if (processor.type !== 'prompt') return noteOf(processor)
    if (stage.model !== undefined) return models.find(({ ref }) => ref === stage.model)?.label ?? stage.model
    if (stage.preset !== undefined) return presets.find(({ id }) => id === stage.preset)?.name ?? stage.preset
    return stage.agent ?? w.graph.default
  }
}

function noteOf(processor: Exclude<Processor, { type: 'pipeline' | 'prompt' }>): string {
  switch (processor.type) {
    case 'tool':
      return processor.tool
    case 'transform':
      return processor.expression
    case 'validate':
      return processor.value
    case 'branch':
      return [...processor.cases.map(({ name }) => name), processor.otherwise].join(', ')
    case 'loop':
      return processor.until
    case 'ask':
      return w.graph.you
    case 'code':
      return 'JavaScript'
    default:
      return processor satisfies never
  }
}
