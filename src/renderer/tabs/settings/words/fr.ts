import { formatPlural } from '../../../../shared/format.ts'
import type { en } from './en.ts'

const changes = (count: number) => formatPlural(count, 'changement', 'changements')

export const fr: typeof en = {
  find: {
    key: 'api clé secret jeton mot de passe openai anthropic google perplexity coffre trousseau',
    address: 'adresse url point d’accès proxy serveur ollama lm studio',
    concurrency: 'simultané parallèle limite débit',
    perMinute: 'limite débit rpm tpm requêtes jetons minute',
    addProvider: 'fournisseur xai groq openrouter mistral deepseek compatible',
    test: 'connexion vérifier',
    models: 'activer désactiver liste fenêtre de contexte',
    price: 'prix coût dollars jetons entrée sortie cache',
    addModel: 'identifiant personnalisé',
    newPreset: 'équipe ensemble dupliquer supprimer défaut ordre partager exporter importer',
    strategy: 'stratégie vote cascade parallèle successif spécialiste fusion côte à côte moins cher',
    members: 'modèle température top-p réflexion sortie limite remplaçant',
    systemPrompt: 'instructions consignes',
    limit: 'limite argent dollars coût dépense',
    dayLimit: 'limite argent dollars coût dépense jour aujourd’hui',
    monthLimit: 'limite argent dollars coût dépense mois',
    atLimit: 'dépasser arrêter demander moins cher',
    unpriced: 'sans prix autoriser inconnu',
    shortest: 'longueur caractères minimum',
    earlyStop: 'majorité vote',
    stopOn: 'escalade qualité accord cascade',
    threshold: 'seuil note minimum qualité',
    dial: 'lambda coût qualité compromis auto automatique économique meilleur',
    hedge: 'lent latence double second appel',
    substitute: 'remplaçant autre fournisseur panne',
    theme: 'sombre clair système couleur mode',
    contrast: 'contraste élevé accessibilité',
    textSize: 'police zoom grand petit',
    motion: 'animation réduire accessibilité',
    transfer: 'sauvegarde fichier json copier déplacer ordinateur',
  },
  budgets: {
    atLimit: 'À la limite',
    atLimitOf: (name) => `À la limite : ${name.toLowerCase()}`,
    stop: 'Arrêter',
    ask: 'Me demander',
    degrade: 'Moins cher',
    note: 'Me demander : l’exécution attend que vous autorisiez l’appel ou le laissiez de côté. Moins cher : le modèle le moins cher qui tient dans ce qui reste est interrogé à sa place.',
  },
  providers: {
    perMinute: 'Par minute',
    requests: 'requêtes',
    tokens: 'jetons',
    requestsOf: (name) => `Requêtes par minute à ${name}`,
    tokensOf: (name) => `Jetons par minute à ${name}`,
    noLimit: 'Sans limite',
  },
  strategies: {
    title: 'Stratégies',
    intro: 'Les préréglages fournis répondent ainsi, et les nouveaux commencent ainsi. Les vôtres gardent leurs valeurs.',
    reset: 'Rétablir',
    resetOf: (name) => `Rétablir les valeurs d’origine de ${name}`,
  },
  routing: {
    title: 'Choix des membres',
    intro: 'Comment les membres sont choisis quand un préréglage le laisse ouvert, et ce qui est fait des appels lents ou manqués.',
    dial: 'Coût ou qualité',
    cheapest: 'Le moins cher',
    best: 'Le meilleur',
    dialIs: (percent) =>
      percent === 0
        ? 'Le moins cher'
        : percent === 100
          ? 'Le meilleur'
          : percent === 50
            ? 'Équilibré'
            : `${percent}\u00a0% vers le meilleur`,
    dialNote: 'Quand les membres sont choisis automatiquement : ce qu’une meilleure réponse peut coûter.',
    hedge: 'Appels lents',
    hedgeSwitch: 'Demander une seconde fois',
    hedgeNote:
      'Un appel plus lent à commencer que 95 sur 100 de son modèle est fait une seconde fois. Le premier qui répond compte ; les deux peuvent être facturés.',
    substitute: 'Appels manqués',
    substituteSwitch: 'Laisser un autre fournisseur prendre la place',
    substituteNote:
      'Quand un modèle et ses remplaçants échouent, un modèle d’un autre fournisseur, de mêmes capacités et de prix voisin, est interrogé. La réponse le dit.',
  },
  appearance: {
    contrast: 'Contraste',
    contrastSystem: 'Comme le système',
    contrastMore: 'Élevé',
    motion: 'Mouvement',
    motionSystem: 'Comme le système',
    motionReduced: 'Réduit',
  },
  presets: {
    exportFile: 'Exporter en fichier',
    importFile: 'Importer un préréglage',
    imported: (name) => `« ${name} » a été importé.`,
    notAPreset: (file) => `« ${file} » n’est pas un préréglage de Tutti. Choisissez un fichier écrit par « Exporter en fichier ».`,
    moveUp: 'Monter',
    moveDown: 'Descendre',
  },
  transfer: {
    title: 'Exporter ou importer',
    intro: 'Réglages, préréglages, fournisseurs et prix en un seul fichier. Les clés n’y sont jamais.',
    exportTitle: 'Exporter',
    exportNote: 'Tout ce qui est réglé ici, à garder ou à donner.',
    exportButton: 'Exporter les réglages',
    importTitle: 'Importer',
    importNote: 'Vous voyez ce qui changerait avant que rien ne change.',
    importButton: 'Choisir un fichier',
    preview: (file) => `Ce que « ${file} » changerait`,
    nothing: 'Rien ne changerait : tout ce qui est dans le fichier est déjà réglé ainsi.',
    changes,
    areas: { settings: 'Réglages', providers: 'Fournisseurs', presets: 'Préréglages', models: 'Modèles et prix' },
    what: 'Quoi',
    before: 'Maintenant',
    after: 'Ensuite',
    none: '–',
    unknown: (count) => `${formatPlural(count, 'champ inconnu', 'champs inconnus')} de cette version, laissés de côté.`,
    problems: (count) => `${formatPlural(count, 'partie ne peut être reprise', 'parties ne peuvent être reprises')} et reste telle quelle.`,
    switchedOff: (names) =>
      `${names} : l’adresse est nouvelle ici. Le fournisseur arrive désactivé et rien n’y est envoyé. Activez-le sous Fournisseurs quand vous connaissez l’adresse.`,
    apply: (count) => `Appliquer ${changes(count)}`,
    cancel: 'Tout laisser tel quel',
    applied: (count) => `${changes(count)} appliqués.`,
    undone: 'Tout est comme avant l’importation.',
    unreadable: (file) => `« ${file} » n’a pas pu être lu.`,
    tooLarge: (file) => `« ${file} » est plus grand qu’un fichier de réglages ne peut l’être.`,
  },
}
