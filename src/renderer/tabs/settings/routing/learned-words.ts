import { formatNumber, formatPlural } from '../../../../shared/format.ts'
import { pick } from '../../../state/language.ts'

/** Strings of what routing has learned from the Lab. */
export const learnedWords = pick({
  en: {
    title: 'Learned in the Lab',
    intro: 'How cascades that go by what was learned ask and stop, from data sets of yours. The dial above chooses among these.',
    none: 'Nothing yet. Run an experiment in the Lab and choose “Use for routing”.',
    open: 'Open the Lab',
    from: (questions: number, when: string) => `${formatPlural(questions, 'question', 'questions')}, learned ${when}`,
    reset: 'Forget',
    resetNamed: (name: string) => `Forget what was learned from ${name}`,
    dial: 'Dial',
    right: 'Right',
    cost: '$ / 1,000',
    calls: 'Calls',
    now: 'now',
    percent: (share: number) => `${formatNumber(Math.round(share * 100))} %`,
  },
  de: {
    title: 'Im Labor gelernt',
    intro:
      'Wie Kaskaden, die sich nach Gelerntem richten, fragen und aufhören, aus eigenen Datensätzen. Der Regler oben wählt darunter aus.',
    none: 'Noch nichts. Ein Experiment im Labor durchführen und „Für die Auswahl nutzen“ wählen.',
    open: 'Labor öffnen',
    from: (questions: number, when: string) => `${formatPlural(questions, 'Frage', 'Fragen')}, gelernt ${when}`,
    reset: 'Vergessen',
    resetNamed: (name: string) => `Vergessen, was aus ${name} gelernt wurde`,
    dial: 'Regler',
    right: 'Richtig',
    cost: '$ / 1.000',
    calls: 'Aufrufe',
    now: 'jetzt',
    percent: (share: number) => `${formatNumber(Math.round(share * 100))} %`,
  },
  fr: {
    title: 'Appris au labo',
    intro:
      'Comment les cascades qui suivent l’acquis interrogent et s’arrêtent, d’après vos jeux de données. Le curseur ci-dessus choisit parmi elles.',
    none: 'Rien pour l’instant. Menez une expérience au labo et choisissez « Utiliser pour le routage ».',
    open: 'Ouvrir le labo',
    from: (questions: number, when: string) => `${formatPlural(questions, 'question', 'questions')}, appris le ${when}`,
    reset: 'Oublier',
    resetNamed: (name: string) => `Oublier ce qui a été appris de ${name}`,
    dial: 'Curseur',
    right: 'Juste',
    cost: '$ / 1 000',
    calls: 'Appels',
    now: 'actuel',
    percent: (share: number) => `${formatNumber(Math.round(share * 100))} %`,
  },
})
