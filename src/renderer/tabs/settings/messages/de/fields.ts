import type { fieldMessages as en } from '../en/fields.ts'

export const fieldMessages: typeof en = {
  notAnAmount: (label, text) => `${label}: „${text}“ ist kein Betrag. Schreibe Dollar mit Komma, zum Beispiel 5,00.`,
  tooFine: (label, text) => `${label}: „${text}“ hat mehr als sechs Nachkommastellen. Der kleinste Schritt ist 0,000001 $.`,
  tooMuch: (label, text) => `${label}: „${text}“ ist mehr, als Tutti zählen kann. Schreibe weniger als 1000000000.`,
  notANumber: (label, text) => `${label}: „${text}“ ist keine Zahl. Schreibe eine mit Punkt, zum Beispiel 0.7.`,
  notWhole: (label, text) => `${label}: „${text}“ ist keine ganze Zahl. Schreibe sie ohne Bruch.`,
  tooSmall: (label, text, least) => `${label}: „${text}“ ist zu wenig. Schreibe ${least} oder mehr.`,
  tooBig: (label, text, most) => `${label}: „${text}“ ist zu viel. Schreibe ${most} oder weniger.`,
  missing: (label) => `${label} ist leer. Schreibe eine Zahl.`,
  tooLong: (label, length, most) => `${label}: ${length} Zeichen sind zu viele. Kürze auf ${most}.`,
  wrong: (label, text, remedy) => `${label}: „${text}“ geht nicht. ${remedy}`,
}
