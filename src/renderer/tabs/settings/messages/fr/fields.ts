import type { fieldMessages as en } from '../en/fields.ts'

export const fieldMessages: typeof en = {
  notAnAmount: (label, text) => `${label} : « ${text} » n’est pas un montant. Écrivez des dollars avec une virgule, par exemple 5,00.`,
  tooFine: (label, text) => `${label} : « ${text} » a plus de six décimales. Le plus petit pas est 0,000001 $.`,
  tooMuch: (label, text) => `${label} : « ${text} » dépasse ce que Tutti sait compter. Écrivez moins de 1000000000.`,
  notANumber: (label, text) => `${label} : « ${text} » n’est pas un nombre. Écrivez-en un avec un point, par exemple 0.7.`,
  notWhole: (label, text) => `${label} : « ${text} » n’est pas un nombre entier. Écrivez-le sans décimales.`,
  tooSmall: (label, text, least) => `${label} : « ${text} » est trop peu. Écrivez ${least} ou plus.`,
  tooBig: (label, text, most) => `${label} : « ${text} » est trop. Écrivez ${most} ou moins.`,
  missing: (label) => `${label} est vide. Écrivez un nombre.`,
  tooLong: (label, length, most) => `${label} : ${length} caractères, c’est trop. Raccourcissez à ${most}.`,
  wrong: (label, text, remedy) => `${label} : « ${text} » ne convient pas. ${remedy}`,
}
