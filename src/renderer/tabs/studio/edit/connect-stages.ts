import type { Pipeline, Stage } from '../../../../shared/pipeline.ts'
import { changeStage } from './change-stage.ts'

/** `to` reads what `from` gives, under the name of `from`. The same where it is connected already. */
export function connectStages(pipeline: Pipeline, from: string, to: string): Pipeline {
  if (from === to) return pipeline
  return changeStage(pipeline, to, (stage) =>
    namesStage(stage, from) ? stage : { ...stage, input: { ...stage.input, [freeName(from, stage)]: `stages.${from}` } },
  )
}

export type Disconnected = {
  readonly pipeline: Pipeline
  /** Set where the stage still reads the other in a field of its own, which only its writer can change. */
  readonly stillReads: boolean
}

/** Takes the link from `from` to `to` away; `waitsFor` is what `to` waited for so far. */
export function disconnectStages(pipeline: Pipeline, from: string, to: string, waitsFor: readonly string[]): Disconnected {
  let stillReads = false
  const changed = changeStage(pipeline, to, (stage) => {
    const input = Object.fromEntries(Object.entries(stage.input).filter(([, text]) => !reads(text, from)))
    const others = waitsFor.filter((id) => id !== from)
    // A stage that waits for all above it names those that are left.
    const after = stage.parallel ? stage.after.filter((id) => id !== from) : others
    const next = { ...stage, input, parallel: true, after }
    stillReads = namesStage(next, from)
    return { ...next, after: after.filter((id) => !namesStage({ ...next, after: [] }, id)) }
  })
  return { pipeline: changed, stillReads }
}

/** Whether a stage waits for another or reads it, by what stands in its fields. */
function namesStage(stage: Stage, id: string): boolean {
  const { at: _, after, ...fields } = stage
  return after.includes(id) || reads(JSON.stringify(fields), id)
}

function reads(text: string, id: string): boolean {
  return new RegExp(`\\bstages\\.\`?${id}\\b`).test(text)
}

function freeName(wanted: string, { input }: Stage): string {
  if (!(wanted in input)) return wanted
  for (let number = 2; ; number += 1) if (!(`${wanted}_${number}` in input)) return `${wanted}_${number}`
}
