import { formatPlural } from '../../../../shared/format.ts'
import type { en } from './en.ts'
import { appearanceMessages } from './fr/appearance.ts'
import { budgetMessages } from './fr/budgets.ts'
import { fieldMessages } from './fr/fields.ts'
import { modelMessages } from './fr/models.ts'
import { presetMessages } from './fr/presets.ts'
import { providerMessages } from './fr/providers.ts'

export const fr: typeof en = {
  title: 'Réglages',
  sections: {
    providers: 'Fournisseurs',
    models: 'Modèles et prix',
    presets: 'Préréglages',
    budgets: 'Limites de dépense',
    appearance: 'Apparence',
  },
  pages: { access: 'Fournisseurs et limites', models: 'Modèles et prix', presets: 'Préréglages', appearance: 'Apparence' },
  section: 'Rubrique',
  search: 'Rechercher un réglage',
  found: (count) => `${formatPlural(count, 'réglage trouvé', 'réglages trouvés')}`,
  foundNothing: (query) => `Aucun réglage ne s’appelle « ${query} ».`,
  fields: fieldMessages,
  providers: providerMessages,
  models: modelMessages,
  presets: presetMessages,
  budgets: budgetMessages,
  appearance: appearanceMessages,
}
