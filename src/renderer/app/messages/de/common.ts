import type { Messages } from '../en.ts'

export const common: Messages['common'] = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  undo: 'Rückgängig',
  retry: 'Noch einmal versuchen',
  demo: 'Demo · simuliert',
  unknown: '–',
  removeNamed: (name) => `${name} entfernen`,
  linkTitle: (host) => `${host} öffnen?`,
  linkBody: 'Dieser Link stammt von einem Modell. Er öffnet sich in einem neuen Fenster:',
  linkOpen: (host) => `${host} öffnen`,
  imageLink: (host, alt) => (alt === '' ? `Bild auf ${host}, nicht geladen` : `Bild „${alt}“ auf ${host}, nicht geladen`),
  imageInline: (alt) => (alt === '' ? 'Bild, nicht gezeigt' : `Bild „${alt}“, nicht gezeigt`),
  copied: 'Kopiert.',
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt. Markiere den Text und kopiere ihn mit der Tastatur.',
  copyCode: 'Code kopieren',
}
