import { TuttiError } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/format.ts'
import type { RunId } from '../../shared/ids.ts'
import type { Budgets } from '../../shared/settings.ts'
import type { Clock } from './clock.ts'

export interface Reservation {
  /** Gives the reserved money back and books what the call cost. Once; later calls change nothing. */
  settle(costMicros: number): void
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

  /** Reserves `micros` or throws `budget-exceeded`, which names the limit, what is left and the remedy. */
  reserve(id: RunId, micros: number): Reservation {
    this.#turnPage()
    const account = this.#account(id)
    const limits = this.#limits()
    refuseBeyond('this run', this.runLimit(account.limitMicros), account.spent + account.reserved, micros, 'Each run')
    refuseBeyond('today', limits.dayMicros, this.#today + this.#reserved, micros, 'Each day')
    refuseBeyond('this month', limits.monthMicros, this.#thisMonth + this.#reserved, micros, 'Each month')
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

function refuseBeyond(scope: string, limit: number | null, used: number, needed: number, setting: string): void {
  if (limit === null || used + needed <= limit) return
  throw new TuttiError(
    'budget-exceeded',
    `This call may cost up to ${formatMoney(needed)}, but ${formatMoney(Math.max(0, limit - used))} of ${formatMoney(limit)} is left for ${scope}. ` +
      `Raise “${setting}” under Settings, Budgets, or choose cheaper members or a lower output limit.`,
    { data: { scope, limitMicros: limit, usedMicros: used, neededMicros: needed } },
  )
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
