import type { ModelRef } from '../../shared/ids.ts'
import type { RunView } from '../../shared/run.ts'
import type { Signal } from '../../shared/signal.ts'

/** One thing that was learned of a model: how good an answer was, and how much that counts. */
export interface Lesson {
  readonly model: ModelRef
  readonly quality: number
  /** A negative weight takes back what was counted. */
  readonly weight: number
}

/** What others say of an answer is a hint, what the user says is the word. */
const A_HINT = 0.25

/** What a run that has ended shows of its members: flaws, who agreed with whom, a judge's word. That nothing was found shows nothing. */
export function lessonsOfRun({ outcome, speakers }: RunView): Lesson[] {
  return (outcome?.qualities ?? []).flatMap(({ speaker, quality }): Lesson[] => {
    const found = speakers.find(({ id }) => id === speaker)
    if (found === undefined || found.simulated) return []
    const telling = quality.signs.some(({ method, value }) => method !== 'checks' || value < 1)
    return telling ? [{ model: found.result?.model ?? found.model, quality: quality.score, weight: A_HINT }] : []
  })
}

/** What the user's actions say of the model that they are about; null where they say nothing of it. */
const SAID: Readonly<Record<Signal['kind'], { readonly quality: number; readonly weight: number } | null>> = {
  'thumb-up': { quality: 1, weight: 1 },
  'thumb-down': { quality: 0, weight: 1 },
  'thumb-unset': null,
  'main-chosen': { quality: 1, weight: 0.5 },
  'main-unset': null,
  'asked-again': { quality: 0.3, weight: 0.5 },
  'member-asked-again': { quality: 0.3, weight: 0.5 },
  'question-edited': null,
}

export function lessonOfSignal({ kind, model }: Signal): Lesson | null {
  const said = SAID[kind]
  return model === null || said === null ? null : { model, ...said }
}
