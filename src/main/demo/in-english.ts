type Phrase = readonly [RegExp, string]

const GERMAN_MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const FRENCH_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A word edge that knows accents, which `\b` does not. */
const edged = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'giu')
const phrase = (words: string, english: string): Phrase => [edged(words), english]

const UNITS: readonly Phrase[] = [
  phrase('kilometern?|kilomètres?', 'kilometres'),
  phrase('metern?|mètres?', 'metres'),
  phrase('zentimetern?|centimètres?', 'centimetres'),
  phrase('meilen?', 'miles'),
  phrase('fuß|fuss|pieds?', 'feet'),
  phrase('zoll|pouces?', 'inches'),
  phrase('gramm|grammes?', 'grams'),
  phrase('kilogramm|kilogrammes?', 'kilograms'),
  phrase('pfund|livres?', 'pounds'),
  phrase('unzen?|onces?', 'ounces'),
  phrase('litern?|litres?', 'litres'),
  phrase('gallonen?|gallons?', 'gallons'),
  phrase('tassen?|tasses?', 'cups'),
  phrase('sekunden?|secondes?', 'seconds'),
  phrase('minuten?|minutes?', 'minutes'),
  phrase('stunden?|heures?', 'hours'),
  phrase('tagen?|tag|jours?', 'days'),
  phrase('wochen?|semaines?', 'weeks'),
  phrase('monaten?|monat|mois', 'months'),
  phrase('jahren?|jahr|ans?|années?', 'years'),
  phrase('grad|degrés?', ''),
]

const GERMAN: readonly Phrase[] = [
  ...GERMAN_MONTHS.map((month, index) => [new RegExp(`(\\d{1,2})\\.?\\s+${month}(?![\\p{L}])`, 'giu'), `$1 ${MONTHS[index]}`] as const),
  [/(?<=\d):(\d{2}) ?uhr/gi, ':$1'],
  [/(\d{1,2}) uhr(?! \d)/gi, '$1:00'],
  phrase('welcher wochentag (?:ist|war|wird)|was für ein wochentag (?:ist|war)|an welchem wochentag (?:ist|war)', 'what weekday is'),
  phrase('ist (\\d{4}) ein schaltjahr', 'is $1 a leap year'),
  phrase('welches datum ist', 'what date is'),
  phrase('wie viele', 'how many'),
  phrase('wie ?viel|was', 'what'),
  phrase('wie lange', 'how long'),
  phrase('wann', 'when'),
  phrase('liegen zwischen|sind zwischen', 'are between'),
  phrase('ist|sind|macht|ergibt|ergeben|hat|haben|kosten|kostet', 'is'),
  phrase('wandle|rechne', 'convert'),
  phrase('um(?=\\s*[.?!]?$)', ''),
  phrase('quadratwurzel (?:aus|von)|wurzel (?:aus|von)', 'square root of'),
  phrase('hälfte (?:von|aus)', 'half of'),
  phrase('durchschnitt (?:von|aus)|mittelwert (?:von|aus)', 'average of'),
  phrase('kommt als nächstes|kommt als nächste|kommt danach|folgt', 'comes next'),
  phrase('nach', 'after'),
  phrase('vor', 'before'),
  phrase('in metrischen?|in metrische einheiten', 'to metric units'),
  phrase('einheiten', ''),
  phrase('und', 'and'),
  phrase('von', 'of'),
  phrase('der|die|das|dem|den', 'the'),
  phrase('eine|ein|einem|einer', 'a'),
  phrase('zu', 'to'),
]

const FRENCH: readonly Phrase[] = [
  ...FRENCH_MONTHS.map((month, index) => [new RegExp(`(\\d{1,2})(?:er)?\\s+${month}(?![\\p{L}])`, 'giu'), `$1 ${MONTHS[index]}`] as const),
  [/(\d{1,2}) ?h ?(\d{2})(?! ?min)(?!\d)/gi, '$1:$2'],
  phrase('quel jour (?:de la semaine )?(?:est|était|sera)|quel jour (?:de la semaine )?tombe', 'what weekday is'),
  [/(\d{4}) est(?:-elle| une|-elle une)? (?:une )?année bissextile/giu, 'is $1 a leap year'],
  [/l['’]année (?=is)/giu, ''],
  phrase('quelle date (?:est|sera)', 'what date is'),
  phrase('combien de jours y a-t-il|combien y a-t-il de jours|combien de jours séparent', 'how many days are there'),
  phrase('combien de temps', 'how long'),
  [/combien (?:de |d['’])/giu, 'how many '],
  phrase('quand|à quelle heure', 'when'),
  phrase('combien|quelle?', 'what'),
  phrase('est le nombre suivant|vient ensuite', 'comes next'),
  phrase('font|fait|est|sont|était|vaut', 'is'),
  phrase('convertis|convertissez|convertir', 'convert'),
  phrase('racine carrée de', 'square root of'),
  phrase('moitié de', 'half of'),
  phrase('somme de', 'sum of'),
  phrase('produit de', 'product of'),
  phrase('moyenne de', 'average of'),
  phrase('fois', 'times'),
  phrase('plus', 'plus'),
  phrase('moins', 'minus'),
  phrase('divisé par', 'divided by'),
  phrase('pour cent', 'percent'),
  phrase('après', 'after'),
  phrase('avant', 'before'),
  phrase('entre', 'between'),
  phrase('en unités métriques', 'to metric units'),
  phrase('et', 'and'),
  phrase('en', 'in'),
  phrase('de', 'of'),
  phrase('le|la|les', 'the'),
  phrase('une?', 'a'),
]

/** “Was” is an English word too, but no English question begins with it and a verb of these. */
const GERMAN_SIGNS = edged('wie|was (?:ist|sind|ergibt|kostet|macht)|wann|welche[rs]?|ist|rechne|berechne|wandle|liegen|kommt|fährt')
const FRENCH_SIGNS = edged('combien|quand|quel|quelle|convertis|convertissez|calcule|bissextile|est')

/** The language of a question, by the words with which questions begin in it. */
export function languageOf(question: string): 'en' | 'de' | 'fr' {
  if (question.search(FRENCH_SIGNS) !== -1) return 'fr'
  return question.search(GERMAN_SIGNS) === -1 ? 'en' : 'de'
}

/** A German or French question in the English words that the solvers read, its figures with a decimal point; any other as it is. */
export function inEnglish(question: string): string {
  const language = languageOf(question)
  if (language === 'en') return question
  const phrases = language === 'fr' ? FRENCH : GERMAN
  const figures = question
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/(?<![\d.])(\d{1,3})[. ](\d{3})(?![\d.])/g, '$1$2')
    .replace(/(\d),(?=\d)/g, '$1.')
  return [...phrases, ...UNITS].reduce((text, [pattern, english]) => text.replace(pattern, english), figures).replace(/ {2,}/g, ' ')
}
