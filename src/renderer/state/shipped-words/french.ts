import type { ShippedWords } from './shipped-words.ts'

export const shippedWords: ShippedWords = {
  pipelines: {
    'summarise-and-review': {
      name: 'Résumer et vérifier',
      description: 'Résume un texte, fait vérifier le résumé et ne le corrige que là où la vérification a trouvé quelque chose.',
    },
    'research-in-parallel': {
      name: 'Rechercher en parallèle',
      description: 'Divise une question, explore toutes ses parties en même temps et réunit ce qui parle pour et contre.',
    },
    'extract-and-validate': {
      name: 'Extraire en JSON et valider',
      description: 'Extrait d’un texte personnes, dates et montants en JSON, réessaie en cas d’écart et vérifie le tout avec un schéma.',
    },
    'draft-and-edit': {
      name: 'Rédiger et réviser',
      description: 'Écrit un brouillon, le fait critiquer et vérifier en même temps, puis le révise avec les deux.',
    },
    'each-of-a-list': {
      name: 'Chaque élément d’une liste',
      description: 'Découpe l’entrée en lignes, les traite toutes en même temps et réunit les résultats. Donnez un élément par ligne.',
    },
    'until-it-is-good': {
      name: 'Jusqu’à ce que ce soit bon',
      description: 'Écrit, note et améliore un texte jusqu’à une note d’au moins 8 sur 10, quatre fois au plus.',
    },
    'ask-before-sending': {
      name: 'Demander avant d’envoyer',
      description: 'Rédige une réponse, la montre à une personne et ne la transmet qu’avec son accord.',
    },
    cognitive: {
      name: 'Réflexion en six étapes',
      description:
        'Réfléchit à un sujet en six étapes qui s’appuient l’une sur l’autre : mémoire, attention, pensée, risque, intention, action.',
    },
  },
  commands: {
    'auto-scale': {
      description:
        'Planifie une capacité qui suit la charge : prévision, limites de chaque partie, règles, coût, test de charge et retour en arrière.',
      hint: '<le système, sa charge et ce qui le porte>',
    },
    cognitive: {
      description:
        'Réfléchit à un sujet en six étapes qui s’appuient l’une sur l’autre : mémoire, attention, pensée, risque, intention, action.',
      hint: '<une question, une situation ou une décision>',
    },
    'commit-message': {
      description: 'Écrit le message d’un changement : une ligne honnête, et le pourquoi là où il n’est pas évident.',
      hint: '<diff ou description>',
    },
    decide: {
      description:
        'Prépare une décision : options, coûts, risques, personnes et objections en même temps, puis un avis et ce qui le ferait changer.',
      hint: '<la décision>',
    },
    document: {
      description:
        'Rédige la documentation d’un projet : prise en main, tâches, référence, raisons et exploitation en même temps, d’une seule voix.',
      hint: '<le projet, son code ou ses notes>',
    },
    explain: {
      description: 'Explique du code, une erreur ou une idée de sorte qu’on puisse continuer seul.',
      hint: '<quoi>',
    },
    incident: {
      description:
        'Cherche la cause d’une panne de cinq côtés à la fois, confronte les explications, prévoit la réparation et la leçon à en tirer.',
      hint: '<symptômes, heures, journaux, derniers changements>',
    },
    migrate: {
      description:
        'Planifie le passage d’une version, bibliothèque ou plateforme à une autre : ce qui sert, ce qui diffère, des étapes réversibles, la preuve.',
      hint: '<de quoi vers quoi, et le code ou le système>',
    },
    'orchestrate-complex': {
      description:
        'Mène un grand travail de la demande au résultat vérifié : besoins, conception, parties construites côte à côte, relectures, un tout.',
      hint: '<ce qui est à construire ou à faire>',
    },
    'performance-surge': {
      description:
        'Cherche de six côtés à la fois où passent le temps et la mémoire, classe les changements par gain et dit comment les mesurer.',
      hint: '<le système, ses chiffres et ce qui est lent>',
    },
    plan: {
      description: 'Établit un plan qui peut commencer tout de suite : étapes, ce qu’elles attendent, vérifications, risques.',
      hint: '<but>',
    },
    refactor: {
      description: 'Simplifie du code sans changer ce qu’il fait, par étapes vérifiables une à une.',
      hint: '<code>',
    },
    research: {
      description:
        'Étudie une question de plusieurs côtés, vérifie les affirmations, plaide contre la conclusion et la rédige avec ses sources.',
      hint: '<une question>',
    },
    review: {
      description: 'Relit un changement ou du code et liste ce qu’il faut corriger, le plus important d’abord.',
      hint: '<code ou description du changement>',
    },
    'review-all': {
      description: 'Relit un changement de six côtés à la fois et donne une seule liste ordonnée de ce qu’il faut faire.',
      hint: '<le changement>',
    },
    'security-fortress': {
      description:
        'Recense les menaces, examine sept domaines à la fois, classe ce qui est exploitable, prépare les corrections et les tests qui les gardent.',
      hint: '<le système, son code ou sa description>',
    },
    summarize: {
      description: 'Résume un texte pour qu’on puisse décider de le lire ou non.',
      hint: '<texte>',
    },
    synthesize: {
      description:
        'Réunit de nombreux textes ou notes : thèmes, affirmations, contradictions et lacunes en même temps, puis un seul récit.',
      hint: '<textes ou notes>',
    },
    'test-suite': {
      description:
        'Trouve ce qui est à tester, écrit les tests de chaque niveau en même temps, puis cherche les fautes qu’ils manqueraient.',
      hint: '<code ou description du comportement>',
    },
    'write-article': {
      description: 'Écrit un article : angle, faits et objections côte à côte, sections en même temps, puis révision et vérification.',
      hint: '<sujet, public et longueur>',
    },
  },
  agents: {
    architect: 'Divise un but en parties qu’on peut traiter séparément et décide comment elles s’assemblent.',
    'backend-engineer': 'Conçoit et écrit le code du serveur : interfaces, logique métier, gestion des erreurs, tâches.',
    'code-reviewer': 'Relit du code, cherche fautes, passages obscurs et tests manquants, et dit quoi changer, le plus important d’abord.',
    critic: 'Défend le meilleur argument contre une proposition, pour qu’elle soit améliorée ou abandonnée.',
    'data-analyst': 'Répond à partir de données : nettoie, compare, teste et dit ce que les chiffres montrent ou non.',
    'database-specialist': 'Conçoit schémas, requêtes, index et changements de données qui tiennent sur un système en service.',
    debugger: 'Trouve la cause d’une panne par des hypothèses réfutables et propose la plus petite correction.',
    'documentation-writer': 'Rédige une documentation qui répond à la question du lecteur : guides, référence, décisions, exploitation.',
    editor: 'Améliore un texte sans l’enlever à son auteur : structure, clarté, ton, justesse.',
    'fact-checker': 'Vérifie une à une les affirmations d’un texte : ce qui tient, ce qui ne tient pas, ce qu’on ne peut vérifier.',
    'frontend-engineer': 'Conçoit et écrit des interfaces utilisables au clavier et au lecteur d’écran, sur petit écran et réseau lent.',
    'infrastructure-engineer': 'Planifie comment un logiciel est livré, mis à l’échelle, surveillé et rétabli.',
    'knowledge-synthesizer': 'Réunit plusieurs constats : ce qui concorde, ce qui se contredit, ce qui en découle, ce qui manque.',
    'migration-specialist': 'Planifie et mène des passages entre versions, bibliothèques, plateformes ou schémas, par étapes réversibles.',
    'performance-analyst':
      'Trouve où passent le temps et la mémoire, si possible par des mesures, et propose des changements avec le gain attendu.',
    planner: 'Transforme un but en plan ordonné, avec responsables, vérifications et première étape.',
    'requirements-analyst': 'Trouve ce qui est vraiment demandé : buts, usagers, contraintes, et à quoi on saura que c’est atteint.',
    researcher: 'Trouve dans les sources ce qu’on sait d’une question, et dit avec quelle certitude.',
    'risk-analyst': 'Dit ce qui pourrait mal tourner, avec quelle probabilité et quelle gravité, et que faire avant et après.',
    'security-auditor':
      'Cherche comment un système peut être détourné et comment fermer chaque voie. Ne signale que ce qu’il peut montrer.',
    'test-engineer': 'Décide ce qui mérite un test et comment, et écrit des tests qui échouent quand le comportement casse.',
    'threat-modeler': 'Recense ce qui est à protéger, qui le voudrait et comment il s’y prendrait, avant tout audit ou construction.',
    writer: 'Rédige pour des lecteurs : articles, annonces, discours, lettres. Clair, concret et dans le ton demandé.',
  },
}
