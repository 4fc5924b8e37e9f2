import type { ModelRef } from '../../../shared/ids.ts'
import type { LearnedRouting } from '../../../shared/lab.ts'
import type { CascadePolicy } from '../../orchestrators/advanced/routing/cascade-policy.ts'
import type { LabStore } from '../../store/lab-store.ts'
import { stepAt } from './dial-grid.ts'
import { type LearnedPolicy, LearnedState } from './learned-state.ts'

/** A policy with where it comes from. */
export interface FoundPolicy {
  readonly policy: CascadePolicy
  readonly dataSet: string
  readonly questions: number
  readonly step: Omit<LearnedPolicy, 'policy'>
}

/** What routing has learned from the Lab, one state a data set. */
export class Learned {
  readonly #store: LabStore
  #states: readonly LearnedState[]

  constructor(store: LabStore) {
    this.#store = store
    this.#states = store.learned(LearnedState)
  }

  /** Newest first, without the policies themselves. */
  list(): LearnedRouting[] {
    return this.#states.map(({ sets: _, ...shown }) => shown)
  }

  /** The policies of every set of models at the middle of the dial. */
  policies(): CascadePolicy[] {
    return this.#states.flatMap(({ sets }) => sets.flatMap((steps) => stepAt(steps, 0.5)?.policy ?? []))
  }

  async keep(state: LearnedState): Promise<void> {
    await this.#store.saveLearned(state.id, state)
    this.#states = [state, ...this.#states.filter(({ id }) => id !== state.id)]
  }

  async forget(id: string): Promise<void> {
    await this.#store.removeLearned(id)
    this.#states = this.#states.filter((state) => state.id !== id)
  }

  /**
   * The policy for these members at a place of the dial: the newest that knows all of them, else the newest that knows most of them.
   * Members that are not among `models` are never in it. Null where fewer than two are known.
   */
  policyFor(models: readonly ModelRef[], dial: number): FoundPolicy | null {
    const fits = this.#states.flatMap((state) =>
      state.sets.flatMap((steps) => {
        const step = stepAt(steps, dial)
        const known = step?.policy.models ?? []
        return step !== undefined && known.every((model) => models.includes(model)) ? [{ state, step, known: known.length }] : []
      }),
    )
    const [best] = fits.toSorted((a, b) => b.known - a.known)
    if (best === undefined) return null
    const { policy, ...step } = best.step
    return { policy, step, dataSet: best.state.dataSet, questions: best.state.questions }
  }
}
