import type { en } from './en.ts'

export const de: typeof en = {
  title: 'Richtlinien',
  intro:
    'Was diesen Rechner verlassen darf. Jede Frage, jede Datei und jeder Werkzeugaufruf wird vor dem Senden geprüft, für den, der es bekäme.',
  find: 'Richtlinie Wächter Datenschutz vertraulich offline lokal Geheimnis Schlüssel Token Passwort Wort Begriff sperren verlassen policy',
  reach: 'Wer gefragt werden darf',
  reachNote: {
    anywhere: 'Alle Anbieter, die eingeschaltet sind.',
    'this-computer': 'Modelle auf diesem Rechner und die eingebauten Mitglieder. Auch Werkzeuge, die ins Netz gehen, bleiben stehen.',
  },
  anywhere: 'Alle',
  thisComputer: 'Nur dieser Rechner',
  secrets: 'Geheimnisse',
  secretsNote: {
    stop: 'Eine Anfrage, in der etwas wie ein Schlüssel, ein Token oder ein privater Schlüssel steht, wird nicht gesendet. Auch die Schlüssel, die du hier aufbewahrst, werden erkannt.',
    pass: 'Schlüssel, Tokens und private Schlüssel in einer Frage werden gesendet, wie sie sind.',
  },
  stop: 'Zurückhalten',
  pass: 'Durchlassen',
  phrases: 'Wörter, die hier bleiben',
  phrasesHint: 'Eins je Zeile',
  phrasesNote:
    'Eine Anfrage, in der eines davon steht, wird nicht gesendet. Groß- und Kleinschreibung ist gleich. Lokale Modelle dürfen sie lesen.',
  phrasesRemedy: 'Ein Wort hat 2 bis 200 Zeichen, und es sind höchstens 500.',
}
