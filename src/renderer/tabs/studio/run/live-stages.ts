import type { RunView } from '../../../../shared/run.ts'
import type { Step, StepState } from '../../orchestration/steps/step.ts'
import { stepWords } from '../../orchestration/steps/step-words.ts'
import { stepsOf } from '../../orchestration/steps/steps-of.ts'
import { w } from '../words.ts'

/** A stage as the run that is shown has it. */
export type Live = { readonly step: Step; readonly state: StepState; readonly words: string }

/** By stage; a stage that runs once for each item of a list says how many of them are done. */
export function liveStages(run: RunView, now: number): ReadonlyMap<string, Live> {
  const steps = run.plan === null ? [] : stepsOf(run)
  const items = new Map<string, Step[]>()
  for (const step of steps) {
    const [, owner] = /^([a-z0-9_]+)\[/.exec(step.id) ?? []
    if (owner !== undefined) items.set(owner, [...(items.get(owner) ?? []), step])
  }
  return new Map(
    steps.map((step) => {
      const own = items.get(step.id) ?? []
      const done = own.filter(({ state }) => state === 'done').length
      const you = own.some(({ state }) => state === 'you')
      const words = own.length === 0 ? stepWords(step, now) : `${w.run.items(done, own.length)} · ${stepWords(step, now)}`
      return [step.id, { step, state: you ? 'you' : step.state, words }]
    }),
  )
}
