import { formatPlural as plural } from '../../../../shared/format.ts'
import type { en } from './en.ts'

export const de: typeof en = {
  title: 'Läufe',
  openRun: 'Lauf öffnen',

  // Die Liste
  allRuns: 'Alle Läufe',
  search: 'Läufe durchsuchen',
  filter: 'Zeigen',
  filters: { all: 'Alle', running: 'Laufend', waiting: 'Wartet auf dich', done: 'Fertig', failed: 'Fehlgeschlagen' },
  columns: { run: 'Lauf', state: 'Stand', preset: 'Preset', started: 'Begonnen', time: 'Zeit', cost: 'Kosten' },
  loadingList: 'Die Liste der Läufe wird gelesen.',
  empty: {
    all: 'Jede deiner Fragen ist ein Lauf. Hier steht er mit seinen Schritten, seinen Wirkungen und seinen Kosten.',
    running: 'Kein Lauf ist unterwegs.',
    waiting: 'Kein Lauf wartet auf dich.',
    done: 'Noch ist kein Lauf fertig.',
    failed: 'Kein Lauf ist fehlgeschlagen oder wurde angehalten.',
  },
  nothingFound: (query) => `Hier heißt kein Lauf „${query}“.`,
  ask: 'Eine Frage stellen',
  listFailed: 'Tutti konnte die Liste der Läufe nicht lesen.',
  untitled: 'Lauf ohne Titel',
  count: (shown) => plural(shown, 'Lauf', 'Läufe'),

  // Stände
  status: {
    running: 'Läuft',
    stopping: 'Hält an',
    waiting: 'Wartet auf dich',
    paused: 'Pausiert',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Angehalten',
    diverged: 'Abgewichen',
  },
  step: {
    waiting: 'Nicht begonnen',
    ready: 'In der Schlange',
    running: 'Läuft',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
    skipped: 'Nicht nötig',
    cancelled: 'Abgebrochen',
    dropped: 'Aus dem Plan genommen',
    you: 'Wartet auf dich',
  },

  // Ein Lauf
  loading: 'Der Lauf wird geöffnet.',
  openFailed: 'Tutti konnte diesen Lauf nicht öffnen.',
  view: 'Ansicht des Laufs',
  views: { overview: 'Übersicht', effects: 'Wirkungen', decisions: 'Entscheidungen', cost: 'Kosten', replay: 'Wiedergabe' },
  pause: 'Pausieren',
  unpause: 'Fortsetzen',
  stop: 'Lauf anhalten',
  fork: 'Abzweigen',
  forkTitle: 'Ein neuer Lauf derselben Frage',
  forkStart: 'Von Anfang an',
  forkBefore: (name) => `Noch einmal ab ${name}`,
  forkAll: 'Alles Unveränderte behalten',
  forked: 'Ein neuer Lauf hat begonnen. Was davor war, wird übernommen und nicht noch einmal bezahlt.',
  goOn: 'In einem neuen Lauf weitermachen',
  conversation: 'Unterhaltung öffnen',
  kept: (effects) =>
    effects === 0
      ? 'Davor war nichts abgeschlossen.'
      : `Behalten und nicht noch einmal bezahlt: ${plural(effects, 'abgeschlossene Wirkung', 'abgeschlossene Wirkungen')}.`,
  stoppedBy: 'Dieser Lauf wurde angehalten.',
  stoppingNow: 'Dieser Lauf wird angehalten. Was er außerhalb von Tutti getan hat, wird zuerst zurückgenommen.',
  pausedNow: 'Dieser Lauf ist pausiert. Laufende Aufrufe gehen weiter; Neues beginnt erst nach dem Fortsetzen.',
  resumed: (times) => (times === 1 ? 'Nach einer Unterbrechung wieder aufgenommen.' : `Nach ${times} Unterbrechungen wieder aufgenommen.`),

  // Warten
  waitsForYou: 'Wartet auf dich',
  waitKinds: {
    input: 'Deine Antwort fehlt',
    approval: 'Deine Zustimmung fehlt',
    timer: 'Wartet auf einen Zeitpunkt',
    'tool-in-doubt': 'Ein Werkzeug lief vielleicht',
    'compensation-failed': 'Konnte nicht zurückgenommen werden',
  },
  yourAnswer: 'Deine Antwort',
  answer: 'Antworten',
  until: (time) => `Bis ${time}`,

  // Gemeinsamer Kontext
  context: 'Gemeinsamer Kontext',
  contextHits: (hits, asked) => `${hits} von ${asked} Mal war die Arbeit schon getan.`,
  contextEntry: (key, version) => (version === 1 ? key : `${key}, Fassung ${version}`),
  contextScopes: { conversation: 'für diese Unterhaltung', project: 'für das Projekt', global: 'für alle Läufe' },
  contextOrigin: (by, from) => (from.length === 0 ? `Von ${by}` : `Von ${by}, aus ${from.join(', ')}`),

  // Zahlen
  elapsed: 'Vergangen',
  took: 'Dauer',
  sequential: 'Nacheinander',
  times: (factor) => `${factor}\u00a0×`,
  calls: 'Aufrufe',
  callsRunning: (count) => `${count} laufen`,
  tokens: 'Tokens',
  effectsLabel: 'Wirkungen',
  cost: 'Kosten',
  ofBudget: (budget) => `von ${budget}`,

  // Graph
  graph: 'Graph',
  graphLabel: 'Schritte des Laufs und worauf sie warten. Pfeiltasten gehen von Schritt zu Schritt.',
  graphList: 'Schritte des Laufs in Worten',
  criticalPath: 'kritischer Pfad',
  question: 'Frage',
  vote: 'Abstimmung',
  answerStep: 'Antwort',
  merge: 'Zusammenführung',
  agree: (agree, of) => `${agree} von ${of} stimmen überein`,
  aboutTime: (time) => `etwa ${time}`,
  afterSteps: (names) => `nach ${names}`,
  onCriticalPath: 'auf dem kritischen Pfad',
  tooLarge: (steps) =>
    `Dieser Lauf hat ${plural(steps, 'Schritt', 'Schritte')}, zu viele zum Zeichnen. Zeitleiste und Aufgabenliste nennen sie alle.`,

  // Zeitleiste
  timeline: 'Zeitleiste',
  timelineLabel: 'Was wann lief',
  waitingKey: 'wartet',
  you: 'Du',
  waited: (took, waited) => `${took}, gewartet ${waited}`,
  retried: (text, attempts) => `${text}, ${attempts} Versuche`,
  stateAfter: (took, word) => `${took}, ${word.toLowerCase()}`,
  now: (time) => `Jetzt ${time}`,
  ended: (time) => `Beendet ${time}`,
  noTimeline: 'Noch hat nichts begonnen.',
  more: (rows) => `${plural(rows, 'weiterer Schritt', 'weitere Schritte')} nicht gezeichnet.`,

  // Aufgaben
  todo: 'Zu tun',
  todoLeft: (share, left) => `${share}, noch etwa ${left}`,
  askMembers: 'Die Mitglieder fragen',
  ofDone: (done, of) => `${done} von ${of}`,
  decideStep: {
    parallel: 'Die Antworten zusammenbringen',
    sequential: 'Eine Antwort annehmen',
    voting: 'Die Antworten vergleichen',
    cascade: 'Die Antworten vergleichen',
    expert: 'Die Antwort nehmen',
    computed: 'Das Ergebnis geben',
  },
  undoing: 'Zurückgenommen',
  undo: {
    started: 'Wird zurückgenommen',
    done: 'Zurückgenommen',
    failed: 'Konnte nicht zurückgenommen werden',
    handled: 'Von dir geregelt',
  },

  // Entscheidungen
  decisions: 'Entscheidungen',
  latestDecisions: 'Letzte Entscheidungen',
  allOf: (count) => `Alle ${count}`,
  noDecisions: 'Noch wurde nichts entschieden.',
  chosen: 'Gewählt',
  among: (names) => `unter ${names}`,

  // Wirkungen
  effects: 'Wirkungen',
  effectColumns: { path: 'Wirkung', kind: 'Art', model: 'Modell', ended: 'Um', time: 'Zeit', tokens: 'Tokens', cost: 'Kosten' },
  kinds: {
    model: 'Modellaufruf',
    tool: 'Werkzeug',
    step: 'Programmschritt',
    child: 'Lauf darin',
    all: 'Auffächerung',
    receive: 'Deine Antwort',
    sleep: 'Wecker',
  },
  noEffects: 'Noch ist keine Wirkung abgeschlossen. Jeder Aufruf eines Modells oder Werkzeugs steht hier mit Eingabe und Ausgabe.',
  openAttempt: 'Unterwegs',
  reserved: (money) => `${money} zurückgelegt`,
  effectFailed: 'Fehlgeschlagen',
  input: 'Eingabe',
  output: 'Ausgabe',
  attempts: 'Versuche',
  attemptStates: {
    open: 'Unterwegs',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    lost: 'Verloren, als Tutti endete',
  },
  attempt: (number) => `Versuch ${number}`,
  digest: 'Prüfsumme der Anfrage',
  noInput: 'Für diesen Eintrag nicht aufgehoben.',
  forkHere: 'Hier abzweigen',
  forkHereNote: 'Ein neuer Lauf behält, was vor dieser Wirkung war, und macht sie neu.',
  copyInput: 'Eingabe kopieren',
  copyOutput: 'Ausgabe kopieren',
  noPrice: 'Kein Preis',

  // Kosten
  costTable: 'Kosten je Mitglied',
  costColumns: {
    speaker: 'Mitglied',
    provider: 'Anbieter',
    input: 'Ein',
    cache: 'Zwischenspeicher',
    output: 'Aus',
    reasoning: 'Überlegung',
    dollars: '$',
  },
  sum: 'Gesamt',
  mergeOf: (label) => `Zusammenführung, ${label}`,
  budget: (money) => `Die Grenze dieses Laufs war ${money}.`,
  overrun: (money) => `Anbieter haben ${money} mehr berechnet, als zurückgelegt war.`,
  notPriced: (count) => `Ohne Preis und nicht in der Summe: ${plural(count, 'Mitglied', 'Mitglieder')}.`,
  noCost: 'Noch wurde nichts verbraucht.',
  estimated: 'Von Tutti gezählt, weil der Anbieter es nicht gemeldet hat.',
  otherCost: 'Andere Wirkungen',

  // Für Bildschirmleser
  announce: (title, status) => `${title}: ${status.toLowerCase()}`,
  announceSteps: (done, of) => `${done} von ${of} fertig`,
}
