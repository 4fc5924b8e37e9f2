import type { Stage } from '../../../../shared/pipeline.ts'
import { m } from '../../../app/messages.ts'
import type { Live } from '../run/live-stages.ts'
import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'

type About = {
  readonly note: string
  /** Names of the stages that it waits for. */
  readonly before: readonly string[]
  readonly problems: readonly string[]
  readonly critical: boolean
  readonly live: Live | null
}

/** A stage in words: what it is, what it waits for, what is wrong with it, how far it is. */
export function stageSentence(stage: Stage, { note, before, problems, critical, live }: About): string {
  const parts = [
    stageName(stage),
    w.kinds[stage.processor.type],
    note,
    ...(before.length === 0 ? [] : [w.graph.after(before.join(', '))]),
    ...(stage.condition === undefined ? [] : [w.graph.onlyIf(stage.condition)]),
    ...(stage.over === undefined ? [] : [w.graph.forEach(stage.over)]),
    ...(critical ? [w.graph.critical] : []),
    ...(stage.compensation === undefined ? [] : [w.graph.undoable]),
    ...(live === null ? [] : [m.runs.step[live.state], live.words]),
    ...problems,
  ]
  return [...new Set(parts.filter((part) => part !== ''))].join(', ')
}
