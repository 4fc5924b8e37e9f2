import type { budgetMessages as en } from '../en/budgets.ts'

export const budgetMessages: typeof en = {
  intro: 'Was ein Aufruf höchstens kosten kann, wird vorher zurückgelegt. Was eine Grenze überschritte, wird nicht ungefragt gesendet.',
  run: 'Je Lauf',
  day: 'Je Tag',
  month: 'Je Monat',
  limitOf: (name) => `Grenze in Dollar: ${name.toLowerCase()}`,
  noLimit: 'Keine Grenze',
  mostThisWeek: 'Höchster der Woche',
  today: 'Heute',
  pace: (amount) => `im Takt von ${amount}`,
  held: (amount) => `${amount} für laufende Aufrufe zurückgelegt`,
  usedOf: (used, limit) => `${used} von ${limit}`,
  unpriced: 'Modelle ohne Preis',
  unpricedOn: 'Erlaubt. Sie tragen den Vermerk „Kein Preis“, und kein Budget zählt sie.',
  unpricedOff: 'Unter einem Budget nicht gefragt, bis sie einen Preis haben oder du für einen Lauf zustimmst.',
  unpricedSwitch: 'Modelle ohne Preis erlauben',
}
