import type { en } from './en.ts'

export const fr: typeof en = {
  title: 'Diagnostic',
  intro: 'Tutti n’envoie rien de lui-même. Ce qui est ici est pour vous, ou pour ceux à qui vous le donnez.',
  find: 'opentelemetry otlp traces spans collecteur observabilité journal fichier rapport erreur aide copier',
  traces: 'Traces envoyées',
  tracesNote:
    'Après chaque exécution, ses spans partent vers un collecteur OpenTelemetry : un pour l’exécution, chaque étape et chaque appel, avec jetons, coût et durée.',
  tracesSwitch: 'Envoyer les traces',
  endpoint: 'Collecteur',
  endpointNote: 'Son adresse pour les traces, OTLP sur HTTP.',
  endpointRemedy: 'Écrivez une adresse qui commence par http:// ou https://.',
  content: 'Contenu',
  contentNote: 'Les titres et les entrées des étapes partent aussi. Laissez désactivé là où d’autres peuvent lire les traces.',
  contentSwitch: 'Envoyer titres et entrées',
  report: 'Rapport',
  reportNote: 'Versions, fournisseurs et leur état, réglages et dernières lignes du journal. Aucune question, aucune réponse, aucune clé.',
  copyReport: 'Copier le diagnostic',
}
