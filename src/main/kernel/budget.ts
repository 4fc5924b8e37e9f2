import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'
import type { AtLimit, Budgets } from '../../shared/settings.ts'
import type { Clock } from './clock.ts'

export interface Reservation {
  /** Gives the reserved money back and books what the call cost. Once; later calls change nothing. */
  settle(costMicros: number): void
}

/** Which of the limits a call would pass. */
export const LimitScope = z.enum(['run', 'day', 'month'])
export type LimitScope = z.infer<typeof LimitScope>

const NONE: ReadonlySet<LimitScope> = new Set()

/** A limit of a run and what counts against it. */
interface Limit {
  readonly scope: LimitScope
  readonly micros: number | null
  readonly used: number
}

interface RunAccount {
  readonly limitMicros: number | null
  spent: number
  reserved: number
}

/** Sums that a fresh ledger starts from, in micro-dollars. */
export interface SpentBefore {
  readonly today: number
  readonly month: number
}

/**
 * Who has spent and reserved what. A call reserves the most it can cost before it leaves; what would pass the run's, the
 * day's or the month's limit is refused. All integer micro-dollars.
 */
export class Ledger {
  readonly #clock: Clock
  readonly #limits: () => Budgets
  readonly #runs = new Map<RunId, RunAccount>()
  readonly #onChange: () => void
  #day: string
  #month: string
  #today: number
  #thisMonth: number
  #reserved = 0

  constructor(clock: Clock, limits: () => Budgets, before: SpentBefore, onChange: () => void = () => {}) {
    this.#clock = clock
    this.#limits = limits
    this.#onChange = onChange
    this.#today = before.today
    this.#thisMonth = before.month
    const { day, month } = daysOf(clock.now())
    this.#day = day
    this.#month = month
  }

  get todayMicros(): number {
    this.#turnPage()
    return this.#today
  }

  get monthMicros(): number {
    this.#turnPage()
    return this.#thisMonth
  }

  get reservedMicros(): number {
    return this.#reserved
  }

  /** `limitMicros`: the run's own limit; the setting "each run" applies besides. `spent`: of an interrupted run, so far. */
  openRun(id: RunId, limitMicros: number | null, spent = 0): void {
    this.#runs.set(id, { limitMicros, spent, reserved: 0 })
  }

  closeRun(id: RunId): void {
    this.#runs.delete(id)
  }

  /** The limit in force for a run, or null where there is none. */
  runLimit(own: number | null): number | null {
    const each = this.#limits().runMicros
    if (own === null || each === null) return own ?? each
    return Math.min(own, each)
  }

  /** True where any limit is set, so that a call without a price cannot be let through unasked. */
  isLimited(id: RunId): boolean {
    const limits = this.#limits()
    return this.runLimit(this.#account(id).limitMicros) !== null || limits.dayMicros !== null || limits.monthMicros !== null
  }

  /** What is to be done about a call that would pass this limit. */
  atLimit(scope: LimitScope): AtLimit {
    const { atRunLimit, atDayLimit, atMonthLimit } = this.#limits()
    return { run: atRunLimit, day: atDayLimit, month: atMonthLimit }[scope]
  }

  /** The least that is left under any limit but those in `beyond`; null where none holds. */
  left(id: RunId, beyond: ReadonlySet<LimitScope> = NONE): number | null {
    const left = this.#limitsOf(id).flatMap(({ scope, micros, used }) => (micros === null || beyond.has(scope) ? [] : [micros - used]))
    return left.length === 0 ? null : Math.max(0, Math.min(...left))
  }

  /** Reserves `micros` or throws `budget-exceeded`, which names the limit, what is left and the remedy. A person allowed to pass the limits in `beyond`. */
  reserve(id: RunId, micros: number, beyond: ReadonlySet<LimitScope> = NONE): Reservation {
    const account = this.#account(id)
    for (const limit of this.#limitsOf(id)) if (!beyond.has(limit.scope)) refuseBeyond(limit, micros)
    account.reserved += micros
    this.#reserved += micros
    this.#onChange()
    let open = true
    return {
      settle: (costMicros) => {
        if (!open) return
        open = false
        this.#turnPage()
        account.reserved -= micros
        account.spent += costMicros
        this.#reserved -= micros
        this.#today += costMicros
        this.#thisMonth += costMicros
        this.#onChange()
      },
    }
  }

  #limitsOf(id: RunId): readonly Limit[] {
    this.#turnPage()
    const { limitMicros, spent, reserved } = this.#account(id)
    const { dayMicros, monthMicros } = this.#limits()
    return [
      { scope: 'run', micros: this.runLimit(limitMicros), used: spent + reserved },
      { scope: 'day', micros: dayMicros, used: this.#today + this.#reserved },
      { scope: 'month', micros: monthMicros, used: this.#thisMonth + this.#reserved },
    ]
  }

  #account(id: RunId): RunAccount {
    const account = this.#runs.get(id)
    if (!account) throw new TuttiError('internal', `Run ${id} has no account in the ledger.`)
    return account
  }

  #turnPage(): void {
    const { day, month } = daysOf(this.#clock.now())
    if (day !== this.#day) this.#today = 0
    if (month !== this.#month) this.#thisMonth = 0
    this.#day = day
    this.#month = month
  }
}

function refuseBeyond({ scope, micros, used }: Limit, needed: number): void {
  if (micros === null || used + needed <= micros) return
  const left = say(`limit.left.${scope}`, { left: Math.max(0, micros - used), limit: micros })
  throw failure('budget-exceeded', say('limit.refused', { cost: needed, left, remedy: say(`limit.raise.${scope}`) }), {
    data: { scope, limitMicros: micros, usedMicros: used, neededMicros: needed },
  })
}

/** Local calendar day and month. */
function daysOf(now: number): { day: string; month: string } {
  const date = new Date(now)
  const month = `${date.getFullYear()}-${date.getMonth() + 1}`
  return { day: `${month}-${date.getDate()}`, month }
}

/** Epoch ms of the start of the local day, month and week (seven days back) that `now` lies in. */
export function periodStarts(now: number): { day: number; month: number; week: number } {
  const date = new Date(now)
  return {
    day: new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime(),
    month: new Date(date.getFullYear(), date.getMonth(), 1).getTime(),
    week: new Date(date.getFullYear(), date.getMonth(), date.getDate() - 6).getTime(),
  }
}
