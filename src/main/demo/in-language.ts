type Translation = readonly [english: RegExp, german: string, french: string]

/** Whole lines that a demo member writes, with what stands in them. */
const LINES: readonly Translation[] = [
  [/^The time is (.+)\.$/, 'Es ist dann $1.', 'Il est alors $1.'],
  [/^It takes (.+)\.$/, 'Es dauert $1.', 'Cela dure $1.'],
  [/^(.+) lie between (.+) and (.+)\.$/, '$1 liegen zwischen dem $2 und dem $3.', 'Il y a $1 entre le $2 et le $3.'],
  [/^It is (.+), a (\w+)\.$/, 'Das ist $2, der $1.', 'C’est le $2 $1.'],
  [/^\*\*(Yes|No)\*\*, (\d+) is a leap year\.$/, '**$1**, $2 ist ein Schaltjahr.', '**$1**, $2 est une année bissextile.'],
  [/^\*\*(Yes|No)\*\*, (\d+) is no leap year\.$/, '**$1**, $2 ist kein Schaltjahr.', '**$1**, $2 n’est pas une année bissextile.'],
  [/^(.+) is a \*\*(\w+day)\*\*\.$/, 'Der $1 ist ein **$2**.', 'Le $1 est un **$2**.'],
  [/^The next number is (.+)\.$/, 'Die nächste Zahl ist $1.', 'Le nombre suivant est $1.'],
  [/^Rule: add (.+) each time\.$/, 'Regel: jedes Mal $1 dazu.', 'Règle : ajouter $1 à chaque fois.'],
  [/^Rule: multiply by (.+) each time\.$/, 'Regel: jedes Mal mal $1.', 'Règle : multiplier par $1 à chaque fois.'],
  [
    /^Rule: each number is the sum .+\.$/,
    'Regel: Jede Zahl ist die Summe der beiden davor.',
    'Règle : chaque nombre est la somme des deux précédents.',
  ],
  [
    /^Rule: the step grows by (.+) each time\.$/,
    'Regel: Der Schritt wächst jedes Mal um $1.',
    'Règle : le pas augmente de $1 à chaque fois.',
  ],
  [
    /^Rule: the step is multiplied by (.+) each time\.$/,
    'Regel: Der Schritt wird jedes Mal mit $1 malgenommen.',
    'Règle : le pas est multiplié par $1 à chaque fois.',
  ],
  [/^February counted with 28 days\.$/, 'Der Februar wurde mit 28 Tagen gezählt.', 'Février compté avec 28 jours.'],
  [/^Both ends counted\.$/, 'Beide Enden wurden mitgezählt.', 'Les deux bornes sont comptées.'],
  [/^Neither end counted\.$/, 'Keines der Enden wurde mitgezählt.', 'Aucune des bornes n’est comptée.'],
  [
    /^Counted by day numbers in the Gregorian calendar\.$/,
    'Nach Tageszahlen des gregorianischen Kalenders.',
    'D’après les numéros de jours du calendrier grégorien.',
  ],
  [
    /^Counted from a known weekday to (.+)\.$/,
    'Von einem bekannten Wochentag bis zum $1 gezählt.',
    'Compté depuis un jour connu jusqu’au $1.',
  ],
  [
    /^Every fourth year is one, a full century only where 400 divides it\.$/,
    'Jedes vierte Jahr ist eines, ein volles Jahrhundert nur, wenn 400 es teilt.',
    'Une année sur quatre l’est, un siècle entier seulement si 400 le divise.',
  ],
  [/^Every fourth year is one\.$/, 'Jedes vierte Jahr ist eines.', 'Une année sur quatre l’est.'],
  [/^(.+), hours and minutes apart$/, '$1, Stunden und Minuten getrennt', '$1, heures et minutes séparées'],
  [/^From (.+) to (.+): (.+)$/, 'Von $1 bis $2: $3', 'De $1 à $2 : $3'],
  [/^(.+) to (.+): (\d+)$/, '$1 bis $2: $3', 'du $1 au $2 : $3'],
  [/^(.+ → .+), by from (.+) to (.+)$/, '$1, von $2 nach $3', '$1, de $2 à $3'],
  [/^(.+ → .+), by reading it as (.+)$/, '$1, gelesen als $2', '$1, lu comme $2'],
  [/^(.+ → .+), by a rounded factor$/, '$1, mit gerundetem Faktor', '$1, avec un facteur arrondi'],
  [/^(.+ → .+), by (.+)$/, '$1, denn $2', '$1, car $2'],
  [
    /^Powers come first, then × and ÷, then \+ and −\.$/,
    'Zuerst Potenzen, dann × und ÷, dann + und −.',
    'D’abord les puissances, puis × et ÷, puis + et −.',
  ],
  [/^Worked from left to right\.$/, 'Von links nach rechts gerechnet.', 'Calculé de gauche à droite.'],
  [/^All (\d+) numbers are taken in\.$/, 'Alle $1 Zahlen sind dabei.', 'Les $1 nombres sont pris en compte.'],
  [/^Went through the numbers once\.$/, 'Die Zahlen einmal durchgegangen.', 'Les nombres parcourus une fois.'],
  [/^This has no finite value\.$/, 'Das hat keinen endlichen Wert.', 'Cela n’a pas de valeur finie.'],
  [/^This is how it comes about:$/, 'So kommt es dazu:', 'Voici comment :'],
  [/^(\d+) of (\d+) answers say so\.$/, '$1 von $2 Antworten sagen das.', '$1 réponses sur $2 le disent.'],
  [/^Dissent: (.+)$/, 'Anders: $1', 'Autre avis : $1'],
  [/^(.+) is (\*\*.+\*\*\.?)$/, '$1 ist $2', '$1 est $2'],
]

const MONTHS = 'January February March April May June July August September October November December'
const paired = (english: string, german: string, french: string): Translation[] => {
  const [de, fr] = [german.split(' '), french.split(' ')]
  return english.split(' ').map((word, place) => [new RegExp(`\\b${word}\\b`, 'g'), de[place] ?? word, fr[place] ?? word])
}

/** Words and signs anywhere in a line, longer ones first. */
const WORDS: readonly Translation[] = [
  [/ the next day\b/g, ' am nächsten Tag', ' le lendemain'],
  [/ the day before\b/g, ' am Tag davor', ' la veille'],
  [new RegExp(`\\b1 (?=(?:${MONTHS.replaceAll(' ', '|')})\\b)`, 'g'), '1. ', '1er '],
  [new RegExp(`\\b(\\d{1,2}) (?=(?:${MONTHS.replaceAll(' ', '|')})\\b)`, 'g'), '$1. ', '$1 '],
  ...paired(
    MONTHS,
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ),
  ...paired(
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  ...paired(
    'Yes No day days week weeks month months year years undefined',
    'Ja Nein Tag Tage Woche Wochen Monat Monate Jahr Jahre undefiniert',
    'Oui Non jour jours semaine semaines mois mois an ans indéfini',
  ),
  [/\b(?:the )?square root of\b/gi, 'die Quadratwurzel aus', 'la racine carrée de'],
  [/\b(?:the )?sum of\b/gi, 'die Summe von', 'la somme de'],
  [/\b(?:the )?product of\b/gi, 'das Produkt von', 'le produit de'],
  [/\b(?:the )?(?:average|mean) of\b/gi, 'der Durchschnitt von', 'la moyenne de'],
  [/\b(?:the )?median of\b/gi, 'der Median von', 'la médiane de'],
  [/\bhalf of\b/gi, 'die Hälfte von', 'la moitié de'],
  [/\bdivided by\b/g, 'geteilt durch', 'divisé par'],
  [/\btimes\b/g, 'mal', 'fois'],
  [/\bminus\b/g, 'minus', 'moins'],
  [/(?<=%) of\b/g, ' von', ' de'],
]

const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g
const SIGNS = { de: { thousands: '.', decimal: ',' }, fr: { thousands: '\u202f', decimal: ',' } } as const

/** A line behind the sign of a list, or behind the mark of the final answer. */
const MARKED = /^(- |\d+\. |Answer: )?(.+)$/gm

/** What a demo member writes, in the language that it was asked in; a sentence that has no translation stays in English. */
export function inLanguage(text: string, language: 'en' | 'de' | 'fr'): string {
  if (language === 'en') return text
  const place = language === 'de' ? 1 : 2
  const { thousands, decimal } = SIGNS[language]
  const figure = (shown: string) => {
    const [whole = '', rest] = shown.split('.')
    return [whole.replaceAll(',', thousands), ...(rest === undefined ? [] : [rest])].join(decimal)
  }
  const sentence = (line: string) => {
    const found = LINES.find(([english]) => english.test(line))
    const turned = found === undefined ? line : line.replace(found[0], found[place])
    const words = WORDS.reduce((now, translation) => now.replace(translation[0], translation[place]), turned)
    return words.replace(FIGURE, figure)
  }
  return text.replace(MARKED, (_, mark: string | undefined, line: string) =>
    mark === undefined ? upperFirst(sentence(line)) : `${mark}${sentence(line)}`,
  )
}

const upperFirst = (line: string) => line.charAt(0).toUpperCase() + line.slice(1)
