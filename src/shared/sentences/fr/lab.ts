import type { lab as english } from '../en/lab.ts'

export const lab: Readonly<Record<keyof typeof english, string>> = {
  'lab.no-match': 'Aucune réponse enregistrée ne correspond à la réponse attendue « {text} ».',
  'lab.same-id': 'L’id « {id} » figure déjà à la ligne {line}.',
  'lab.no-such-question': 'Le jeu de données n’a pas de question « {text} ».',
  'lab.whose-answer': 'La ligne ne dit pas quelle question, ou quel modèle.',
  'lab.neither-true': '« {text} » n’est ni vrai ni faux ; la réponse est comparée.',
  'lab.other-encoding': 'La ligne n’est pas en UTF-8 comme les autres ; elle a été lue en Windows-1252.',
  'lab.no-question': 'La ligne n’a pas de question.',
  'lab.no-expected': 'La ligne n’a pas de réponse attendue.',
  'lab.unreadable': 'La ligne ne peut pas être lue.',
  'lab.no-object': 'La ligne n’est pas un objet JSON.',
  'lab.other-width': 'La ligne a {values} valeurs et la première ligne {columns}.',
  'lab.broken-off': 'À partir de cette ligne, le fichier ne peut pas être lu. ({why})',
}
