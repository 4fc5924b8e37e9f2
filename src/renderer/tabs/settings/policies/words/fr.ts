import type { en } from './en.ts'

export const fr: typeof en = {
  title: 'Règles de sortie',
  intro:
    'Ce qui peut quitter cet ordinateur. Chaque question, chaque fichier et chaque appel d’outil est examiné avant l’envoi, selon son destinataire.',
  find: 'règle politique gardien confidentialité hors ligne local secret clé jeton mot de passe mot expression bloquer sortir policy',
  reach: 'Qui peut être interrogé',
  reachNote: {
    anywhere: 'Tous les fournisseurs activés.',
    'this-computer': 'Les modèles de cet ordinateur et les membres intégrés. Les outils qui vont sur le réseau sont retenus aussi.',
  },
  anywhere: 'Tous',
  thisComputer: 'Cet ordinateur seul',
  secrets: 'Clés et secrets',
  secretsNote: {
    stop: 'Une demande qui contient ce qui ressemble à une clé, à un jeton ou à une clé privée n’est pas envoyée. Les clés que vous gardez ici sont reconnues aussi.',
    pass: 'Les clés, jetons et clés privées d’une question sont envoyés tels quels.',
  },
  stop: 'Retenir',
  pass: 'Laisser passer',
  phrases: 'Mots qui restent ici',
  phrasesHint: 'Un par ligne',
  phrasesNote:
    'Une demande qui contient l’un d’eux n’est pas envoyée. Les majuscules ne comptent pas. Les modèles locaux peuvent les lire.',
  phrasesRemedy: 'Un mot compte de 2 à 200 caractères, et il y en a 500 au plus.',
}
