import type { Messages } from '../en.ts'

export const common: Messages['common'] = {
  close: 'Fermer',
  cancel: 'Annuler',
  copy: 'Copier',
  undo: 'Annuler',
  retry: 'Réessayer',
  demo: 'Démo · simulé',
  unknown: '–',
  removeNamed: (name) => `Retirer ${name}`,
  linkTitle: (host) => `Ouvrir ${host} ?`,
  linkBody: 'Ce lien vient d’un modèle. Il s’ouvre dans une nouvelle fenêtre :',
  linkOpen: (host) => `Ouvrir ${host}`,
  imageLink: (host, alt) => (alt === '' ? `Image sur ${host}, non chargée` : `Image « ${alt} » sur ${host}, non chargée`),
  imageInline: (alt) => (alt === '' ? 'Image, non affichée' : `Image « ${alt} », non affichée`),
  copied: 'Copié.',
  copyFailed: 'Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le au clavier.',
  copyCode: 'Copier le code',
}
