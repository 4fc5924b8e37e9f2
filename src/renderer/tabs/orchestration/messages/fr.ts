import { formatPlural as plural } from '../../../../shared/format.ts'
import type { en } from './en.ts'

export const fr: typeof en = {
  title: 'Exécutions',
  openRun: 'Ouvrir l’exécution',

  // La liste
  allRuns: 'Toutes les exécutions',
  search: 'Rechercher une exécution',
  filter: 'Afficher',
  filters: { all: 'Toutes', running: 'En cours', waiting: 'Vous attend', done: 'Terminées', failed: 'En échec' },
  columns: { run: 'Exécution', state: 'État', preset: 'Préréglage', started: 'Début', time: 'Durée', cost: 'Coût' },
  loadingList: 'Lecture de la liste des exécutions.',
  empty: {
    all: 'Chaque question est une exécution. Elle figure ici avec ses étapes, ses effets et son coût.',
    running: 'Aucune exécution n’est en cours.',
    waiting: 'Aucune exécution ne vous attend.',
    done: 'Aucune exécution n’est encore terminée.',
    failed: 'Aucune exécution n’a échoué ni n’a été arrêtée.',
  },
  nothingFound: (query) => `Aucune exécution ici ne s’appelle « ${query} ».`,
  ask: 'Poser une question',
  listFailed: 'Tutti n’a pas pu lire la liste des exécutions.',
  untitled: 'Exécution sans titre',
  count: (shown) => plural(shown, 'exécution', 'exécutions'),

  // Les états
  status: {
    running: 'En cours',
    stopping: 'S’arrête',
    waiting: 'Vous attend',
    paused: 'En pause',
    done: 'Terminée',
    failed: 'En échec',
    cancelled: 'Arrêtée',
    diverged: 'Divergente',
  },
  step: {
    waiting: 'Pas commencée',
    ready: 'En attente',
    running: 'En cours',
    done: 'Terminée',
    failed: 'En échec',
    skipped: 'Pas nécessaire',
    cancelled: 'Annulée',
    dropped: 'Retirée du plan',
    you: 'Vous attend',
  },

  // Une exécution
  loading: 'Ouverture de l’exécution.',
  openFailed: 'Tutti n’a pas pu ouvrir cette exécution.',
  view: 'Vue de l’exécution',
  views: { overview: 'Aperçu', effects: 'Effets', decisions: 'Décisions', cost: 'Coût', replay: 'Relecture' },
  pause: 'Mettre en pause',
  unpause: 'Reprendre',
  stop: 'Arrêter l’exécution',
  fork: 'Dériver',
  forkTitle: 'Une nouvelle exécution de la même question',
  forkStart: 'Depuis le début',
  forkBefore: (name) => `À partir de ${name}`,
  forkAll: 'Garder tout ce qui n’a pas changé',
  forked: 'Une nouvelle exécution a commencé. Ce qui précède est repris et n’est pas payé de nouveau.',
  goOn: 'Continuer dans une nouvelle exécution',
  conversation: 'Ouvrir la conversation',
  kept: (effects) =>
    effects === 0
      ? 'Rien n’était terminé avant.'
      : `Conservé et non payé de nouveau : ${plural(effects, 'effet terminé', 'effets terminés')}.`,
  stoppedBy: 'Cette exécution a été arrêtée.',
  stoppingNow: 'Cette exécution s’arrête. Ce qu’elle a fait hors de Tutti est d’abord défait.',
  pausedNow: 'Cette exécution est en pause. Les appels partis continuent ; rien de nouveau ne commence avant la reprise.',
  resumed: (times) => (times === 1 ? 'Reprise après une interruption.' : `Reprise après ${times} interruptions.`),

  // Attentes
  waitsForYou: 'Vous attend',
  waitKinds: {
    input: 'Votre réponse est attendue',
    approval: 'Votre accord est attendu',
    timer: 'Attend une heure',
    'tool-in-doubt': 'Un outil a peut-être été lancé',
    'compensation-failed': 'N’a pas pu être défait',
  },
  yourAnswer: 'Votre réponse',
  answer: 'Répondre',
  until: (time) => `Jusqu’à ${time}`,

  // Contexte partagé
  context: 'Contexte partagé',
  contextHits: (hits, asked) => `${hits} fois sur ${asked}, le travail était déjà fait.`,
  contextEntry: (key, version) => (version === 1 ? key : `${key}, version ${version}`),
  contextScopes: { conversation: 'pour cette conversation', project: 'pour le projet', global: 'pour toutes les exécutions' },
  contextOrigin: (by, from) => (from.length === 0 ? `De ${by}` : `De ${by}, à partir de ${from.join(', ')}`),

  // Chiffres
  elapsed: 'Écoulé',
  took: 'Durée',
  sequential: 'L’un après l’autre',
  times: (factor) => `${factor}\u00a0×`,
  calls: 'Appels',
  callsRunning: (count) => `${count} en cours`,
  tokens: 'Jetons',
  effectsLabel: 'Effets',
  cost: 'Coût',
  ofBudget: (budget) => `sur ${budget}`,

  // Graphe
  graph: 'Graphe',
  graphLabel: 'Étapes de l’exécution et ce qu’elles attendent. Les flèches passent d’une étape à l’autre.',
  graphList: 'Étapes de l’exécution, en mots',
  criticalPath: 'chemin critique',
  question: 'Question posée',
  vote: 'Scrutin',
  answerStep: 'Réponse',
  merge: 'Fusion',
  agree: (agree, of) => `${agree} sur ${of} d’accord`,
  aboutTime: (time) => `environ ${time}`,
  afterSteps: (names) => `après ${names}`,
  onCriticalPath: 'sur le chemin critique',
  tooLarge: (steps) =>
    `Cette exécution a ${plural(steps, 'étape', 'étapes')}, trop pour être dessinées. La chronologie et la liste des tâches les nomment toutes.`,

  // Chronologie
  timeline: 'Chronologie',
  timelineLabel: 'Ce qui a tourné et quand',
  waitingKey: 'attente',
  you: 'Vous',
  waited: (took, waited) => `${took}, attente ${waited}`,
  retried: (text, attempts) => `${text}, ${attempts} essais`,
  stateAfter: (took, word) => `${took}, ${word.toLowerCase()}`,
  now: (time) => `Maintenant ${time}`,
  ended: (time) => `Terminé ${time}`,
  noTimeline: 'Rien n’a encore commencé.',
  more: (rows) => `${plural(rows, 'autre étape non dessinée', 'autres étapes non dessinées')}.`,

  // Tâches
  todo: 'À faire',
  todoLeft: (share, left) => `${share}, encore environ ${left}`,
  askMembers: 'Interroger les membres',
  ofDone: (done, of) => `${done} sur ${of}`,
  decideStep: {
    parallel: 'Réunir les réponses',
    sequential: 'Retenir une réponse',
    voting: 'Comparer les réponses',
    cascade: 'Comparer les réponses',
    expert: 'Prendre la réponse',
    computed: 'Donner le résultat',
  },
  undoing: 'Défait',
  undo: { started: 'En train d’être défait', done: 'Défait', failed: 'N’a pas pu être défait', handled: 'Réglé par vous' },

  // Décisions
  decisions: 'Décisions',
  latestDecisions: 'Dernières décisions',
  allOf: (count) => `Toutes (${count})`,
  noDecisions: 'Rien n’a encore été décidé.',
  chosen: 'Choisi',
  among: (names) => `parmi ${names}`,

  // Effets
  effects: 'Effets',
  effectColumns: { path: 'Effet', kind: 'Genre', model: 'Modèle', ended: 'À', time: 'Durée', tokens: 'Jetons', cost: 'Coût' },
  kinds: {
    model: 'Appel de modèle',
    tool: 'Outil',
    step: 'Étape de code',
    child: 'Exécution interne',
    all: 'Éventail',
    receive: 'Votre réponse',
    sleep: 'Minuterie',
  },
  noEffects: 'Aucun effet n’est encore terminé. Chaque appel d’un modèle ou d’un outil figure ici avec son entrée et sa sortie.',
  openAttempt: 'En route',
  reserved: (money) => `${money} réservés`,
  effectFailed: 'Échec',
  input: 'Entrée',
  output: 'Sortie',
  attempts: 'Essais',
  attemptStates: { open: 'En route', done: 'Terminé', failed: 'Échec', cancelled: 'Annulé', lost: 'Perdu à la fin de Tutti' },
  attempt: (number) => `Essai ${number}`,
  digest: 'Empreinte de la demande',
  noInput: 'Non conservé pour cette entrée.',
  forkHere: 'Dériver d’ici',
  forkHereNote: 'Une nouvelle exécution garde ce qui précède cet effet et le refait.',
  copyInput: 'Copier l’entrée',
  copyOutput: 'Copier la sortie',
  noPrice: 'Sans prix',

  // Coût
  costTable: 'Coût par membre',
  costColumns: {
    speaker: 'Membre',
    provider: 'Fournisseur',
    input: 'Entrée',
    cache: 'En cache',
    output: 'Sortie',
    reasoning: 'Raisonnement',
    dollars: '$',
  },
  sum: 'Somme',
  mergeOf: (label) => `Fusion, ${label}`,
  budget: (money) => `La limite de cette exécution était de ${money}.`,
  overrun: (money) => `Les fournisseurs ont facturé ${money} de plus que la réserve.`,
  notPriced: (count) => `Sans prix et hors de la somme : ${plural(count, 'membre', 'membres')}.`,
  noCost: 'Rien n’a encore été consommé.',
  estimated: 'Compté par Tutti, car le fournisseur ne l’a pas indiqué.',
  otherCost: 'Autres effets',

  // Pour les lecteurs d’écran
  announce: (title, status) => `${title} : ${status.toLowerCase()}`,
  announceSteps: (done, of) => `${done} sur ${of} terminées`,
}
