/** Words that are frequent in one language and rare in the others. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: 'the of and to is are was you your i my me it its this that what who how why when which where with for from do does did can should not have has an on at by be as or if please write make give tell explain would could will hi hello hey thanks thank there between into about than but we they she he all any some one out up a',
  de: 'der die das den dem des und ist sind war ein eine einen einem einer ich du er wir ihr mein meine meinen mir mich dir was wer wie warum wann wo welche welcher welches mit für von zu zum zur auf aus bei nicht auch oder wenn dass bitte wird werden kann soll hat haben schreib schreibe mach gib kannst wieviel viel viele über nach im am bin bis dann noch ins als gegen ohne hilfe danke hallo guten sich sie es an um rezept berechne löse',
  fr: "le la les un une des du de et est sont était je tu il elle nous vous mon ma mes ton ta que qui quoi quel quelle quels quelles comment pourquoi quand où avec pour dans sur par ne pas plus ou si ce cette ces au aux en se mot combien fais donne peux peut moi toi c'est qu'est j'ai d'un d'une l'on à y ça merci bonjour salut écris résous calcule corrige a son sa ses leur leurs être avoir vais va",
  es: 'el los las un una unos y es son yo tú mi mis que qué quién cómo por para con en del al no pero más se su está hola gracias cuál cuánto dónde cuándo escribe este esta',
  it: 'il lo gli i un una di e è sono io mio mia che chi come perché per con nel della non più si questo questa ciao grazie quanto dove quando scrivi quale anche',
  pt: 'o os as um uma e é são eu meu minha que quem como por para com em do da não mais se este esta você olá obrigado quanto onde quando qual também',
  nl: 'de het een en is zijn ik je jij mijn wat wie hoe waarom wanneer waar met voor van naar op niet ook of als dat hallo bedankt hoeveel schrijf welke deze dit',
}
const WORDS = new Map<string, string[]>()
for (const [language, words] of Object.entries(FREQUENT)) {
  for (const word of words.split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), language])
}

/** Letters that one language has and its neighbours have not, and how much one of them says. */
const LETTERS: readonly { readonly pattern: RegExp; readonly says: readonly string[] }[] = [
  { pattern: /[äöüß]/u, says: ['de'] },
  { pattern: /[èêëîïôûœçàù]|[ldjcqmnst]['’](?=[aeiouyéèêh])|\s[?!:;»]|«\s/u, says: ['fr'] },
  { pattern: /é/u, says: ['fr', 'es', 'pt'] },
  { pattern: /[ñ¿¡]/u, says: ['es'] },
  { pattern: /[ãõ]/u, says: ['pt'] },
  { pattern: /ij|[aeou]{2}(?:n|r|t)\b/u, says: ['nl'] },
]
/** Endings and starts of words; what is left where a text is a few nouns. */
const SHAPES: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  {
    pattern: /(?:ung|heit|keit|lich|isch|schaft|ieren|chen|ern|est)$|^(?:ge|ver|ent|über|zer)\p{L}{4}|sch|pf|tz|ck(?=\p{L}{3})/u,
    says: 'de',
  },
  { pattern: /(?:ing|tion|ness|ight|ould|ough|ally|ed|ly|sh|th)$|^(?:wh|th|sh|wr)|ee|oo/u, says: 'en' },
  { pattern: /(?:eur|euse|eux|aux|ment|ique|tion|ée|ées|és|ois|ais|ait|ons|ez|elle|ette|ier|ière|oir|isse)$|eau|ou[sr]|qu/u, says: 'fr' },
]

/** Languages with a script of their own. */
const SCRIPTS: readonly { readonly pattern: RegExp; readonly language: string }[] = [
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja' },
  { pattern: /\p{Script=Hangul}/u, language: 'ko' },
  { pattern: /\p{Script=Han}/u, language: 'zh' },
  { pattern: /[іїєґ]/u, language: 'uk' },
  { pattern: /\p{Script=Cyrillic}/u, language: 'ru' },
  { pattern: /\p{Script=Greek}{3}/u, language: 'el' },
  { pattern: /\p{Script=Arabic}/u, language: 'ar' },
  { pattern: /\p{Script=Hebrew}/u, language: 'he' },
  { pattern: /\p{Script=Devanagari}/u, language: 'hi' },
  { pattern: /\p{Script=Thai}/u, language: 'th' },
]

/** As many characters say what there is to say. */
const LOOKED_AT = 600

/**
 * The language of a request as an ISO 639-1 code, or null where nothing points at one. Made for a line or two: frequent words,
 * then letters, then the shape of words. (Detectors from the registry need 40 MB, or seconds for a long text, and err more on one line.)
 */
export function languageOf(text: string): string | null {
  const piece = text.slice(0, LOOKED_AT).toLowerCase()
  const script = SCRIPTS.find(({ pattern }) => pattern.test(piece))
  if (script !== undefined) return script.language
  const scores = new Map<string, number>()
  const add = (language: string, points: number) => scores.set(language, (scores.get(language) ?? 0) + points)
  const words = piece.match(/[\p{L}'’]+/gu) ?? []
  for (const word of words) {
    const plain = word.replaceAll('’', "'")
    const languages = WORDS.get(plain) ?? []
    for (const language of languages) add(language, 1 / languages.length)
    if (plain.length > 3) for (const { pattern, says } of SHAPES) if (pattern.test(plain)) add(says, 0.3)
  }
  for (const { pattern, says } of LETTERS) if (pattern.test(piece)) for (const language of says) add(language, 0.8 / says.length)
  const [best] = [...scores].toSorted(([, a], [, b]) => b - a)
  return best === undefined || best[1] < 0.25 ? null : best[0]
}
