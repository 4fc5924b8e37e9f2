/** What a demo member says to a question that is not of its kinds. Its first words say that it is no answer, so that members who say so do not pass for members who agree. */
export const DEMO_DECLINES = {
  en: 'I cannot answer this: I am a simulated demo member. I compute arithmetic, units, dates and small logic puzzles; add a provider key or a local server for everything else.',
  de: 'Ich kann das nicht beantworten: Ich bin ein simuliertes Demo-Mitglied. Ich rechne mit Zahlen, Einheiten und Daten und löse kleine Rätsel; für alles andere füge den Schlüssel eines Anbieters oder einen lokalen Server hinzu.',
  fr: 'Je ne peux pas répondre : je suis un membre de démonstration simulé. Je calcule des nombres, des unités, des dates et de petites énigmes ; pour tout le reste, ajoutez la clé d’un fournisseur ou un serveur local.',
} as const satisfies Record<string, string>

const SENTENCES: ReadonlySet<string> = new Set(Object.values(DEMO_DECLINES))

/** Whether a text is a demo member's word that it cannot answer. */
export function isDemoDecline(text: string): boolean {
  return SENTENCES.has(text.trim())
}
