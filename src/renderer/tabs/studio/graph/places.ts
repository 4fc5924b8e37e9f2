import type { PipelineCheck, Stage } from '../../../../shared/pipeline.ts'
import { layoutOf, STEP_HEIGHT, STEP_WIDTH } from '../../orchestration/graph/layout.ts'

/** Size of a stage in px at a text size of 100 %. */
export const STAGE_WIDTH = 152
export const STAGE_HEIGHT = 54
/** The layout of runs is tighter; a graph that is edited needs room for its lines. */
const WIDER = (STAGE_WIDTH + 44) / (STEP_WIDTH + 20)
const HIGHER = (STAGE_HEIGHT + 34) / (STEP_HEIGHT + 12)

export type Place = { readonly x: number; readonly y: number }

/** Where each stage is drawn: where it was put, else where the layout has it. */
export function placesOf(stages: readonly Stage[], links: PipelineCheck['links']): ReadonlyMap<string, Place> {
  const shape = stages.map(({ id }) => ({ id, dependsOn: links[id] ?? [] }))
  const laid = stages.every(({ at }) => at !== undefined) ? null : layoutOf(shape).places
  return new Map(
    stages.map(({ id, at }) => {
      const { x, y } = laid?.get(id) ?? { x: 0, y: 0 }
      return [id, at ?? { x: x * WIDER, y: y * HIGHER }]
    }),
  )
}
