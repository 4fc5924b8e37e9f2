import type { refusals as english } from '../en/refusals.ts'

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  'refused.empty-question': 'La question est vide. Écrivez-en une, ou joignez un fichier.',
  'refused.file-type': '« {file} » est du type {type}. Joignez du PNG, JPEG, GIF, WebP, PDF ou du texte.',
  'refused.file-empty': '« {file} » est vide. Choisissez un fichier qui a un contenu.',
  'refused.no-preset': 'Il n’y a pas de préréglage « {preset} ». Choisissez parmi : {known:commas}.',
  'refused.preset-stays': '« {preset} » fait partie de Tutti et reste tel quel. Dupliquez-le et modifiez la copie.',
  'refused.preset-kept': '« {preset} » fait partie de Tutti et ne peut pas être supprimé.',
  'refused.preset-default': '« {preset} » est le préréglage par défaut. Choisissez-en d’abord un autre par défaut.',
  'refused.unknown-key': 'La forme de cette clé n’est celle d’aucun fournisseur connu ici. Choisissez celui auquel elle appartient.',
  'refused.no-settings-file': 'Ce n’est pas un fichier de réglages de Tutti. Choisissez-en un que Tutti a exporté.',
  'refused.no-question':
    'Cette exécution n’était pas une question à un préréglage ; aucun autre ne peut donc être interrogé. Lancez une nouvelle exécution.',
  'refused.replay-running': 'Cette exécution est encore en cours. Rejouez-la quand elle sera terminée.',
  'refused.fork-running': 'Cette exécution est encore en cours. Arrêtez-la ou attendez sa fin, puis bifurquez.',
  'refused.run-ended': 'Cette exécution est terminée, il n’y a plus rien à suspendre ni à répondre.',
  'refused.retry-running': 'Cette exécution est encore en cours. Attendez sa fin ou arrêtez-la, puis interrogez de nouveau ce membre.',
  'refused.step-again': 'Une étape d’une commande ne se redemande pas seule. Relancez toute la commande.',
  'gone.conversation': 'Cette conversation n’existe pas ; elle a peut-être été supprimée.',
  'gone.message': 'Ce message n’existe pas ; il a peut-être été supprimé.',
  'gone.run-of-answer': 'L’exécution de cette réponse n’existe plus. Demandez de nouveau.',
  'gone.run': 'Cette exécution n’existe pas.',
  'gone.wait': 'L’exécution n’attend plus cela. La réponse a peut-être été donnée dans une autre fenêtre.',
  'refused.long-question':
    'La question a {n} caractères ; au plus {most} peuvent être envoyés. Joignez le texte comme fichier, ou raccourcissez-le.',
  'refused.file-size': '« {file} » fait {size:one} Mo ; au plus {most} Mo peuvent être joints. Raccourcissez ou divisez le fichier.',
}
