import { appearanceMessages } from './messages/appearance.ts'
import { budgetMessages } from './messages/budgets.ts'
import { fieldMessages } from './messages/fields.ts'
import { modelMessages } from './messages/models.ts'
import { presetMessages } from './messages/presets.ts'
import { providerMessages } from './messages/providers.ts'

/** Visible strings of the Settings tab. */
export const settingsMessages = {
  title: 'Settings',
  sections: { providers: 'Providers', models: 'Models and prices', presets: 'Presets', budgets: 'Budgets', appearance: 'Appearance' },
  pages: { access: 'Providers and budgets', models: 'Models and prices', presets: 'Presets', appearance: 'Appearance' },
  section: 'Section',
  search: 'Search settings',
  found: (count: number) => (count === 1 ? '1 setting found' : `${count} settings found`),
  foundNothing: (query: string) => `No setting is called “${query}”.`,
  fields: fieldMessages,
  providers: providerMessages,
  models: modelMessages,
  presets: presetMessages,
  budgets: budgetMessages,
  appearance: appearanceMessages,
}
