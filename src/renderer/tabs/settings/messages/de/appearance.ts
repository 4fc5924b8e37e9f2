import type { appearanceMessages as en } from '../en/appearance.ts'

export const appearanceMessages: typeof en = {
  intro: 'Gilt sofort und in jedem Fenster.',
  theme: 'Farben',
  system: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
  textSize: 'Schriftgröße',
  size: (percent) => `${percent}\u00a0%`,
  smaller: 'Kleinere Schrift',
  larger: 'Größere Schrift',
  language: 'Sprache',
  languageSystem: 'Wie das System',
  findLanguage: 'sprache deutsch englisch französisch übersetzung',
  notes: 'Mitteilungen',
  notesLong: 'Lange Läufe melden, die ungesehen enden',
  findNotes: 'benachrichtigung hinweis mitteilung',
  reset: 'Zurücksetzen',
}
