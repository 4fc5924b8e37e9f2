import { formatPlural } from '../../../../shared/format.ts'
import { appearanceMessages } from './en/appearance.ts'
import { budgetMessages } from './en/budgets.ts'
import { fieldMessages } from './en/fields.ts'
import { modelMessages } from './en/models.ts'
import { presetMessages } from './en/presets.ts'
import { providerMessages } from './en/providers.ts'

/** Visible strings of the Settings tab. */
export const en = {
  title: 'Settings',
  sections: { providers: 'Providers', models: 'Models and prices', presets: 'Presets', budgets: 'Budgets', appearance: 'Appearance' },
  pages: { access: 'Providers and budgets', models: 'Models and prices', presets: 'Presets', appearance: 'Appearance' },
  section: 'Section',
  search: 'Search settings',
  found: (count: number) => `${formatPlural(count, 'setting', 'settings')} found`,
  foundNothing: (query: string) => `No setting is called “${query}”.`,
  fields: fieldMessages,
  providers: providerMessages,
  models: modelMessages,
  presets: presetMessages,
  budgets: budgetMessages,
  appearance: appearanceMessages,
}
