import { Pipeline, type Stage } from '../../../../shared/pipeline.ts'
import { freeId } from './new-stage.ts'

/** The pipeline with one of its stages changed. */
export function changeStage(pipeline: Pipeline, id: string, change: (stage: Stage) => Stage): Pipeline {
  return { ...pipeline, stages: pipeline.stages.map((stage) => (stage.id === id ? change(stage) : stage)) }
}

/** Without a stage, and without the waits for it. What still reads it stays, and is named as a problem. */
export function removeStage(pipeline: Pipeline, id: string): Pipeline {
  const left = pipeline.stages.filter((stage) => stage.id !== id)
  return { ...pipeline, stages: left.map((stage) => withoutLink(stage, id)) }
}

/** A copy behind the stage, a little below it. */
export function duplicateStage(pipeline: Pipeline, id: string): { readonly pipeline: Pipeline; readonly id: string } {
  const copyId = freeId(id, pipeline.stages)
  const stages = pipeline.stages.flatMap((stage) => {
    if (stage.id !== id) return [stage]
    const at = stage.at === undefined ? {} : { at: { x: stage.at.x + 24, y: stage.at.y + 76 } }
    return [stage, { ...stage, id: copyId, parallel: true, ...at }]
  })
  return { pipeline: { ...pipeline, stages }, id: copyId }
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Every stage stays where it is drawn: from then on a person places them, and the layout no longer. */
export function placeStages(pipeline: Pipeline, places: Places): Pipeline {
  const stages = pipeline.stages.map((stage) => {
    const { x, y } = places.get(stage.id) ?? { x: 0, y: 0 }
    return { ...stage, at: { x: Math.round(x), y: Math.round(y) } }
  })
  return { ...pipeline, stages }
}

/** Renames a stage wherever it is named: in waits, in expressions and in templates. */
export function renameStage(pipeline: Pipeline, from: string, to: string): Pipeline {
  if (from === to) return pipeline
  const named = new RegExp(`\\bstages\\.(\`?)${from}\\b`, 'g')
  const follow = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === 'after' && value === from ? to : value.replace(named, `stages.$1${to}`)
    if (Array.isArray(value)) return value.map((item: unknown) => follow(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, name === 'id' ? field : follow(field, name)]))
  }
  const stages = pipeline.stages.map((stage) => (stage.id === from ? { ...stage, id: to } : stage))
  return Pipeline.parse(follow({ ...pipeline, stages }, ''))
}

/** Inputs that are nothing but the value of `id`, and waits for it, are gone. */
function withoutLink(stage: Stage, id: string): Stage {
  const input = Object.fromEntries(Object.entries(stage.input).filter(([, text]) => text !== `stages.${id}`))
  return { ...stage, input, after: stage.after.filter((each) => each !== id) }
}
