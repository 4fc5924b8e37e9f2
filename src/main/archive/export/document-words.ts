import { type Language, LOCALES } from '../../../shared/language.ts'

/** The words of exported files. */
export interface DocumentWords {
  readonly you: string
  readonly answer: string
  readonly untitled: string
  readonly systemPrompt: string
  readonly agree: (agree: number, of: number) => string
  readonly members: string
  readonly attachment: string
  readonly noAnswer: string
  readonly failed: string
  readonly cost: string
  readonly model: string
  readonly time: string
  readonly tokens: string
  readonly decisions: string
  readonly effects: string
  readonly outcome: string
  readonly state: string
  readonly page: (page: number, of: number) => string
  readonly image: string
}

export const DOCUMENT_WORDS = {
  en: {
    you: 'You',
    answer: 'Answer',
    untitled: 'Untitled conversation',
    systemPrompt: 'System prompt',
    agree: (agree, of) => `${agree} of ${of} agree`,
    members: 'Members',
    attachment: 'Attached',
    noAnswer: 'No answer',
    failed: 'failed',
    cost: 'Cost',
    model: 'Model',
    time: 'Time',
    tokens: 'Tokens',
    decisions: 'Decisions',
    effects: 'Effects',
    outcome: 'Answer',
    state: 'State',
    page: (page, of) => `${page} of ${of}`,
    image: 'Image left out',
  },
  de: {
    you: 'Du',
    answer: 'Antwort',
    untitled: 'Unterhaltung ohne Titel',
    systemPrompt: 'Systemprompt',
    agree: (agree, of) => `${agree} von ${of} sind sich einig`,
    members: 'Mitglieder',
    attachment: 'Angehängt',
    noAnswer: 'Keine Antwort',
    failed: 'fehlgeschlagen',
    cost: 'Kosten',
    model: 'Modell',
    time: 'Dauer',
    tokens: 'Token',
    decisions: 'Entscheidungen',
    effects: 'Schritte mit Wirkung',
    outcome: 'Antwort',
    state: 'Stand',
    page: (page, of) => `${page} von ${of}`,
    image: 'Bild weggelassen',
  },
  fr: {
    you: 'Vous',
    answer: 'Réponse',
    untitled: 'Conversation sans titre',
    systemPrompt: 'Prompt système',
    agree: (agree, of) => `${agree} sur ${of} d’accord`,
    members: 'Membres',
    attachment: 'Pièce jointe',
    noAnswer: 'Pas de réponse',
    failed: 'échec',
    cost: 'Coût',
    model: 'Modèle',
    time: 'Durée',
    tokens: 'Jetons',
    decisions: 'Décisions',
    effects: 'Effets',
    outcome: 'Réponse',
    state: 'État',
    page: (page, of) => `${page} sur ${of}`,
    image: 'Image omise',
  },
} as const satisfies Record<Language, DocumentWords>

/** "21 Nov 2026, 14:05". `at`: epoch ms. */
export function documentTime(at: number, language: Language): string {
  return new Date(at).toLocaleString(LOCALES[language].dates, { dateStyle: 'medium', timeStyle: 'short' })
}
