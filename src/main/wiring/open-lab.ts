import type { LabEntry } from '../../shared/lab.ts'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Runner } from '../kernel/runner.ts'
import { Lab } from '../lab/lab.ts'
import type { Learned } from '../lab/learn/learned.ts'
import { advanced } from '../orchestrators/advanced/advanced.ts'
import type { NewRuns } from '../runs/new-runs.ts'
import type { Store } from '../store/open-store.ts'
import type { Catalogue } from './open-catalogue.ts'

export interface LabWiring {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly runner: Runner
  readonly newRuns: NewRuns
  readonly archive: Archive
  readonly learned: Learned
  readonly onFault: (thrown: unknown) => void
}

/** The Lab over the app's own store, worker and runs. */
export function openLab({ store, catalogue, clock, runner, newRuns, archive, learned, onFault }: LabWiring): Lab {
  const { presets, book, preferences } = catalogue
  const asked = ({ presetId, settings, members }: LabEntry, text: string) => ({
    orchestrator: advanced.id,
    presetId,
    settings,
    members,
    text,
    attachments: [],
    allowNoPrice: false,
  })
  return new Lab({
    store: store.lab,
    jobs: store.jobs,
    clock,
    files: archive.files,
    presets: () => presets.list(),
    models: () => book.all(),
    dial: () => preferences.settings.dial,
    learned,
    onFault,
    price: async (entry, text) => {
      const { aboutMicros, noPrice } = await newRuns.estimate(asked(entry, text))
      return noPrice.length > 0 ? null : aboutMicros
    },
    ask: (entry, text, budgetMicros, allowNoPrice) => newRuns.start({ ...asked(entry, text), budgetMicros, allowNoPrice }),
    ended: (id) => runner.ended(id),
    view: (id) => runner.view(id),
  })
}
