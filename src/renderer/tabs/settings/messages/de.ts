import { formatPlural } from '../../../../shared/format.ts'
import { appearanceMessages } from './de/appearance.ts'
import { budgetMessages } from './de/budgets.ts'
import { fieldMessages } from './de/fields.ts'
import { modelMessages } from './de/models.ts'
import { presetMessages } from './de/presets.ts'
import { providerMessages } from './de/providers.ts'
import type { en } from './en.ts'

export const de: typeof en = {
  title: 'Einstellungen',
  sections: { providers: 'Anbieter', models: 'Modelle und Preise', presets: 'Presets', budgets: 'Budgets', appearance: 'Aussehen' },
  pages: { access: 'Anbieter und Budgets', models: 'Modelle und Preise', presets: 'Presets', appearance: 'Aussehen' },
  section: 'Abschnitt',
  search: 'Einstellungen durchsuchen',
  found: (count) => `${formatPlural(count, 'Einstellung', 'Einstellungen')} gefunden`,
  foundNothing: (query) => `Keine Einstellung heißt „${query}“.`,
  fields: fieldMessages,
  providers: providerMessages,
  models: modelMessages,
  presets: presetMessages,
  budgets: budgetMessages,
  appearance: appearanceMessages,
}
