import type { appearanceMessages as en } from '../en/appearance.ts'

export const appearanceMessages: typeof en = {
  intro: 'S’applique aussitôt, dans chaque fenêtre.',
  theme: 'Thème',
  system: 'Comme le système',
  light: 'Clair',
  dark: 'Sombre',
  textSize: 'Taille du texte',
  size: (percent) => `${percent}\u00a0%`,
  smaller: 'Texte plus petit',
  larger: 'Texte plus grand',
  language: 'Langue',
  languageSystem: 'Comme le système',
  findLanguage: 'langue français anglais allemand traduction',
  notes: 'Avis',
  notesLong: 'Signaler les longues exécutions terminées sans être vues',
  findNotes: 'notification alerte avis',
  reset: 'Rétablir',
}
