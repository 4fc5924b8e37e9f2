import { findCues } from '../cue.ts'

export const math = findCues([
  {
    weight: 3,
    words: {
      en: `
        calculate* | solve for | equation* | derivative | integral | integrate | square root | cube root | probability | hypotenuse |
        factorial | prime number* | prime factor* | standard deviation | compound interest | compounded | greatest common |
        least common multiple | matrix | determinant | logarithm | modulo`,
      de: `
        berechne* | ausrechne* | rechne* | gleichung* | ableitung | integral | stammfunktion | quadratwurzel | wahrscheinlichkeit* |
        hypotenuse | primzahl* | primfaktor* | zinseszins* | standardabweichung | teiler | vielfache* | dreisatz | logarithmus |
        wurzel aus | flächeninhalt | umrechn* | rechne … um`,
      fr: `
        calcul* | équation* | dérivée | intégrale | racine carrée | racine de | racine cubique | probabilité* | hypoténuse |
        nombre premier | nombres premiers | intérêts composés | écart-type | pgcd | ppcm | règle de trois | logarithme | convertis* |
        conversion | résou* | périmètre | l'aire`,
      es: 'calcula* | ecuación | derivada | raíz cuadrada | probabilidad',
    },
  },
  {
    weight: 2,
    words: {
      en: `
        number of ways | how many ways | in how many | total reduction | combinations | permutations | how long does it take | how long until | how many | how much is | how much does | how much do | how much would | how much will | compute | convert | percent* | area of |
        volume of | perimeter | circumference | radius | average of | mean of | median | sum of | product of | divided by |
        multiplied by | times | plus | minus | how old is | total cost | interest rate | per hour | split the bill | remainder | weekday |
        day of the week | discount | odds | how far | how fast | dice | ratio`,
      de: `
        wie lange dauert es | auf wie viele | möglichkeiten gibt es | kombinationen | gekürzt | kürze | brutto | netto | wie viel | wie viele | wieviel* | prozent* | wie groß ist | volumen | umfang | radius | durchschnitt* | mittelwert | summe |
        produkt aus | geteilt durch | mal | wie weit | wie alt ist | rabatt | zinsen | zinssatz | wochentag | quadratmeter | kubikmeter |
        durchschnittsgeschwindigkeit | löse | was kostet | was kosten | was ergibt | was macht das | macht zusammen | wie hoch ist | zusammen kosten | würfel* | hälfte | doppelt so |
        alte preis | mehrwertsteuer | rest bei`,
      fr: `
        ça fait quoi | ça fait combien | de combien de façons | combinaisons | brut | factorise | simplifie | au bout de combien | combien | pour cent | pourcentage | aire | volume | rayon | moyenne | somme | produit de | divisé par | multiplié par | fois |
        quelle distance | quelle vitesse | quel âge | remise | taux | intérêts | prix de départ | prix initial | quel jour | la moitié |
        le double | tva | reste de | km/h | dé à | dés`,
      es: 'cuánto* | cuánta* | por ciento | promedio | suma de | dividido',
    },
  },
])

/** Marks that only reckoning has. */
export const mathMarks: readonly { readonly pattern: RegExp; readonly weight: number; readonly name: string }[] = [
  { pattern: /\d[\d.,]{0,12}\s*[-−+*/×÷^·:]\s*\(?\d[\d.,]{0,12}/u, weight: 2, name: 'a sum of numbers' },
  { pattern: /\d\s?%/u, weight: 1.5, name: 'a percentage' },
  { pattern: /[\dxyz)]\s*=\s*[-−]?[\dxyz(]/u, weight: 2.5, name: 'an equation' },
  { pattern: /(?<![\p{L}\d])[xyzn]\^?\d|\d[xyzn](?![\p{L}\d])|\b(?:sin|cos|tan|log|ln|sqrt)\s*\(/u, weight: 2, name: 'a formula' },
  { pattern: /(?<!\d)\d{1,2}:\d{2}(?!\d)/u, weight: 1, name: 'a time of day' },
  {
    pattern:
      /\d\s*(?:km|cm|mm|m²|m2|m|kg|g|ml|l|liters?|litres?|h|min|minutes?|minuten|hours?|stunden?|heures?|days?|tagen?|tage|jours?|years?|jahren?|ans|weeks?|wochen|miles?|meter|mètres?|€|\$|£|euros?|dollars?|cents?)(?![\p{L}])/iu,
    weight: 1,
    name: 'quantities',
  },
  { pattern: /[∫∑√∏≤≥≠∞²³]|\bd\/dx\b/u, weight: 3, name: 'a formula' },
  { pattern: /[$€£]\s*\d/u, weight: 1, name: 'amounts of money' },
]

/** Puzzles and deductions: one right answer, by thinking. */
export const puzzle = findCues([
  {
    weight: 3.5,
    words: {
      en: `
        how is this possible | how is that possible | who won the race | who finished | who came | who lives | who owns | who stole | which of them | puzzle | riddle | brain teaser | brainteaser | logic problem | comes next | next number | next in the | continue the sequence |
        continue the series | always lie* | always tell* the truth | knights and knaves | deduce | does it follow | follow that |
        odd one out | fox, chicken | anagram`,
      de: `
        wie ist das möglich | wie kann das sein | wer gewann | wer wohnt | wem gehört | wer hat gewonnen | wer von ihnen | rätsel* | knobel* | denkaufgabe* | logikaufgabe | logisch | setze … fort | reihe fort | folge fort | nächste zahl |
        welche zahl folgt | welche zahl kommt | lügt immer | lügen immer | die wahrheit | folgt daraus | passt nicht | über den fluss |
        wer war es | schlussfolger*`,
      fr: `
        comment est-ce possible | comment est-ce que c'est possible | qui habite | à qui appartient | qui arrive | lequel d'entre eux | laquelle d'entre elles | énigme* | devinette* | casse-tête | logique | nombre suivant | suite logique | complète la suite | continue la suite |
        quel est le suivant | ment toujours | mentent toujours | la vérité | dédui* | que suis-je | qui suis-je | l'intrus | en conclure |
        peut-on conclure`,
      es: 'acertijo | adivinanza | lógica | siguiente número',
    },
  },
  {
    weight: 1.5,
    words: {
      en: `
        right after | right before | was not last | beat | next to | each wears | exactly one | at least one of them | only one of | taller than | older than | younger than | shorter than | faster than | slower than | heavier than | lighter than | left of |
        right of | who is the *est | who is *est | who sits | if all | are all | all * are | no * are | some * are | yes or no |
        every label | prove | which box | which door | who is lying | which one is | therefore | step by step | in which order | ranked`,
      de: `
        direkt nach | direkt vor | genau einer | genau eine | mindestens einer | nur einer | steht links | steht rechts | wohnt | größer als | älter als | jünger als | kleiner als | schneller als | langsamer als | schwerer als | leichter als | links von |
        rechts von | neben | wer ist am | am *sten | wer sitzt | wenn alle | alle * sind | manche * sind | kein* * ist | ja oder nein |
        beweise | welche kiste | welche tür | wer lügt | welcher von | reihenfolge | schritt für schritt`,
      fr: `
        juste après | juste avant | exactement un* | au moins un* | un seul | à côté de | chacun | habite | plus grand que | plus grande que | plus âgé* qu* | plus jeune qu* | plus petit* qu* | plus vite qu* | plus lourd* qu* |
        plus léger* qu* | plus rapide qu* | à gauche de | à droite de | qui est le plus | qui est la plus | le plus * | si tous les |
        si toutes les | tous les * sont | certains * sont | aucun * n* | oui ou non | démontre* | quelle boîte | quelle porte | qui ment |
        dans quel ordre | étape par étape`,
      es: 'más alto que | mayor que | menor que | si todos | sí o no',
    },
  },
])
