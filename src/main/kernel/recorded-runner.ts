import { TuttiError } from '../../shared/errors.ts'
import type { ModelAnswer } from '../../shared/model.ts'
import { Budgets } from '../../shared/settings.ts'
import { Ledger } from './budget.ts'
import { type Call, road } from './call.ts'
import type { Clock } from './clock.ts'
import type { EventTopic } from './event-topic.ts'
import type { Journal, RunHistory } from './journal.ts'
import { journal } from './links/journal.ts'
import { Resources } from './resources/resources.ts'
import { type Runnable, Runner } from './runner.ts'

export interface Recording {
  /** The run that is taken up again; null: runs are new. */
  readonly history: RunHistory | null
  readonly orchestrators: readonly Runnable[]
  readonly clock: Clock
  /** Answers a call from what was recorded, or throws. */
  readonly answer: (call: Call) => Promise<ModelAnswer>
}

/** A runner over recorded answers: nothing is asked, paid, stored or told. */
export function recordedRunner({ history, orchestrators, clock, answer }: Recording): Runner {
  const unlimited = Budgets.parse({ runMicros: null, dayMicros: null, monthMicros: null, allowNoPrice: true })
  return new Runner({
    journal: readOnly(history),
    clock,
    ledger: new Ledger(
      clock,
      () => unlimited,
      { today: 0, month: 0 },
      () => undefined,
    ),
    allowNoPrice: () => true,
    orchestrators,
    onChange: () => undefined,
    onFault: () => undefined,
    topicOf: (_, after) => silentTopic(after, clock),
    resources: new Resources(clock),
    tools: (name) => {
      throw new TuttiError('not-found', `The recording has no such call of the tool “${name}”.`)
    },
    ask: road([journal], answer),
  })
}

/** Hands out one history and keeps nothing. */
function readOnly(history: RunHistory | null): Journal {
  return {
    createRun: async () => undefined,
    commit: async () => undefined,
    history: async () => history,
    events: async () => history?.events ?? null,
    recent: async () => [],
    unfinished: async () => (history === null ? [] : [history.run]),
    spentSince: async () => 0,
    dearestRunSince: async () => 0,
  }
}

function silentTopic<T>(after: number, clock: Clock): EventTopic<T> {
  let seq = after
  return {
    get seq() {
      return seq
    },
    announce: (make) => {
      seq += 1
      return make(seq, clock.now())
    },
    end: () => undefined,
  }
}
