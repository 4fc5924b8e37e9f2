import type { en } from './en.ts'

export const de: typeof en = {
  title: 'Diagnose',
  intro: 'Tutti schickt von sich aus nichts irgendwohin. Was hier steht, ist für dich oder für die, denen du es gibst.',
  find: 'opentelemetry otlp spuren spans collector beobachtung protokoll logdatei bericht fehler hilfe kopieren',
  traces: 'Spuren',
  tracesNote:
    'Nach jedem Lauf gehen seine Spans an einen OpenTelemetry-Collector: einer für den Lauf, jeden Schritt und jeden Aufruf, mit Tokens, Kosten und Zeit.',
  tracesSwitch: 'Spuren senden',
  endpoint: 'Collector-Adresse',
  endpointNote: 'Seine Adresse für Spuren, OTLP über HTTP.',
  endpointRemedy: 'Schreib eine Adresse, die mit http:// oder https:// beginnt.',
  content: 'Wörter',
  contentNote: 'Titel und Eingaben der Schritte gehen mit. Lass es aus, wo andere die Spuren lesen können.',
  contentSwitch: 'Titel und Eingaben senden',
  report: 'Bericht',
  reportNote:
    'Versionen, Anbieter und ihr Zustand, Einstellungen und die neuesten Zeilen des Protokolls. Keine Fragen, keine Antworten, keine Schlüssel.',
  copyReport: 'Diagnose kopieren',
}
