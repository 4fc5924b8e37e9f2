import type { ErrorInfo } from '../../shared/errors.ts'
import { say } from '../../shared/sentence.ts'
import { wordsOf } from '../../shared/sentences/told.ts'
import { waitOf } from './asked.ts'
import type { LimitScope } from './budget.ts'
import type { Call } from './call.ts'
import { receive } from './durable-effects.ts'
import { KEPT } from './effect-journal.ts'
import type { EffectRecord } from './journal.ts'
import { limitOf, limitPath } from './limit-path.ts'
import type { LiveRun } from './live-run.ts'
import { oneOf } from './waits.ts'

const OPTIONS = [
  { value: 'call', label: say('limit.allow-call') },
  { value: 'run', label: say('limit.allow-run') },
  { value: 'no', label: say('limit.leave-out') },
]

/** What a person said about the limits of one run. It holds after a restart; a fork has to ask again. */
export class LimitQuestions {
  readonly #live: LiveRun
  readonly #allowed = new Set<LimitScope>()
  /** Paths of the questions that are open, each with its limit. */
  readonly #open = new Map<string, LimitScope>()

  constructor(live: LiveRun, effects: readonly EffectRecord[]) {
    this.#live = live
    for (const { path, outcome } of effects) {
      const scope = path.startsWith(KEPT) ? null : limitOf(path)
      if (scope !== null && outcome.ok && outcome.value === 'run') this.#allowed.add(scope)
    }
  }

  /** Whether the call may pass the limit. Waits for a person, holding no slot, unless the whole run has leave already. */
  async mayPass(call: Call, scope: LimitScope, refusal: ErrorInfo): Promise<boolean> {
    if (this.#allowed.has(scope)) return true
    const live = this.#live
    const { signal, slot, undoing } = call
    const path = limitPath(call.path, scope, Number(refusal.data?.neededMicros ?? 0))
    const label = live.log.view.speakers.find(({ id }) => id === call.request.speaker)?.label ?? call.request.model
    const detail = say('limit.asks', { who: label, why: wordsOf(refusal) })
    const wait = waitOf('approval', { title: say(`limit.${scope}`), detail, options: OPTIONS })
    this.#open.set(path, scope)
    try {
      const said = await receive({ live, path, signal, slot, undoing }, wait, oneOf(wait))
      if (said === 'run') this.#allowAll(scope, path)
      return said !== 'no'
    } finally {
      this.#open.delete(path)
    }
  }

  /** One answer ends the same question of the members that wait beside it. */
  #allowAll(scope: LimitScope, answered: string): void {
    this.#allowed.add(scope)
    for (const [path, asked] of this.#open) {
      // It may just have been answered in another window.
      if (asked === scope && path !== answered) this.#live.answer(path, 'run').catch(() => {})
    }
  }
}
