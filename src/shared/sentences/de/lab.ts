import type { lab as english } from '../en/lab.ts'

export const lab: Readonly<Record<keyof typeof english, string>> = {
  'lab.no-match': 'Keine aufgezeichnete Antwort stimmt mit der erwarteten „{text}“ überein.',
  'lab.same-id': 'Die id „{id}“ steht schon in Zeile {line}.',
  'lab.no-such-question': 'Der Datensatz hat keine Frage „{text}“.',
  'lab.whose-answer': 'Die Zeile sagt nicht, zu welcher Frage oder von welchem Modell.',
  'lab.neither-true': '„{text}“ ist weder wahr noch falsch; die Antwort wird verglichen.',
  'lab.other-encoding': 'Die Zeile ist nicht UTF-8 wie die anderen; sie wurde als Windows-1252 gelesen.',
  'lab.no-question': 'Die Zeile hat keine Frage.',
  'lab.no-expected': 'Die Zeile hat keine erwartete Antwort.',
  'lab.unreadable': 'Die Zeile lässt sich nicht lesen.',
  'lab.no-object': 'Die Zeile ist kein JSON-Objekt.',
  'lab.other-width': 'Die Zeile hat {values} Werte und die erste Zeile {columns}.',
  'lab.broken-off': 'Ab dieser Zeile lässt sich die Datei nicht lesen. ({why})',
}
