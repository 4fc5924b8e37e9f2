import type { budgetMessages as en } from '../en/budgets.ts'

export const budgetMessages: typeof en = {
  intro: 'Le coût maximal d’un appel est réservé avant son départ. Ce qui dépasserait une limite n’est pas envoyé sans accord.',
  run: 'Par exécution',
  day: 'Par jour',
  month: 'Par mois',
  limitOf: (name) => `Limite en dollars ${name.toLowerCase()}`,
  noLimit: 'Sans limite',
  mostThisWeek: 'Maximum de la semaine',
  today: 'Aujourd’hui',
  pace: (amount) => `au rythme de ${amount}`,
  held: (amount) => `${amount} réservés pour les appels en cours`,
  usedOf: (used, limit) => `${used} sur ${limit}`,
  unpriced: 'Modèles sans prix',
  unpricedOn: 'Autorisés. Ils portent la mention « Sans prix » et aucun budget ne les compte.',
  unpricedOff: 'Non interrogés sous un budget tant qu’ils n’ont pas de prix ou que vous n’acceptez pas pour une exécution.',
  unpricedSwitch: 'Autoriser les modèles sans prix',
}
