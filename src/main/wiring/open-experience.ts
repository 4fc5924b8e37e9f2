import { lambdaAt } from '../../shared/dial-lambda.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Runner } from '../kernel/runner.ts'
import type { Learned } from '../lab/learn/learned.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { taskOfInput } from '../orchestrators/advanced/task-of-input.ts'
import { Learning } from '../profiles/learning.ts'
import { Profiles } from '../profiles/profiles.ts'
import type { Store } from '../store/open-store.ts'
import type { Catalogue } from './open-catalogue.ts'

export interface ExperienceWiring {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly runner: Runner
  readonly metrics: Metrics
  readonly learned: Learned
}

/** What was learned of models, what they did, and how both steer the next question. */
export function openExperience({ store, catalogue, clock, runner, metrics, learned }: ExperienceWiring) {
  const learning = new Learning({
    store: store.experience,
    lab: learned,
    taskOf: async (id) => taskOfInput((await store.journal.history(id))?.run.input),
    view: (id) => runner.view(id),
    now: clock.now,
  })
  const profiles = new Profiles({ rows: () => metrics.days(), learning })
  const experience = {
    belief: learning.belief.bind(learning),
    calibration: learning.calibration.bind(learning),
    lambda: (dearestMicros: number) => lambdaAt(catalogue.preferences.settings.dial, dearestMicros),
  }
  return { learning, profiles, experience }
}
