import { languageOf } from './language.ts'
import type { SplitRequest } from './split-request.ts'

/** Something that stands in a request and is no word. */
interface Mark {
  readonly name: string
  readonly pattern: RegExp
}

/** Marks that only code has. */
const CODE: readonly Mark[] = [
  { pattern: /\b[a-z]{2,}[A-Z][a-z]\w*\b|\b[a-z]+_[a-z_]+\b/u, name: 'an identifier' },
  { pattern: /`[^`\n]{2,}`/u, name: 'words set as code' },
  { pattern: /\b[a-zA-Z_]\w*\([^)\n]{0,80}\)(?!\s*=)/u, name: 'a call' },
  { pattern: /=>|::|&&|\|\||!==?|===|\+=|</u, name: 'operators' },
  { pattern: /[;{}]\s*$/mu, name: 'lines that end as code does' },
  { pattern: /\bselect\b[\s\S]{1,300}\bfrom\b/iu, name: 'a query' },
  { pattern: /\b(?:def|const|let|var|public|private|import|#include)\s+\w+/u, name: 'a declaration' },
  {
    pattern:
      /\b(?:[A-Z]\w*(?:Error|Exception)|exited with code|exit code|undefined is not|segmentation fault|traceback|npm ERR|ENOENT|EACCES|HTTP [45]\d\d)\b/u,
    name: 'an error message',
  },
  { pattern: /\b[\w-]+\.(?:js|ts|tsx|py|sh|java|rs|go|rb|php|cpp|cs|ya?ml|toml|sql|css|html|json)\b/u, name: 'a source file' },
  { pattern: /\bgit (?:push|pull|commit|rebase|merge|checkout|stash|log|reset)\b/u, name: 'a command' },
]

/** What programming is done in and with; its names are the same in every language. */
const PROGRAMMING: Mark = {
  pattern:
    /(?<![\p{L}\d])(?:python|java|javascript|js|typescript|kotlin|golang|rust|c\+\+|c#|php|perl|scala|haskell|elixir|matlab|bash|powershell|sql|html|css|s[ac]ss|react|vue|angular|svelte|next\.?js|node(?:\.?js)?|django|flask|fastapi|laravel|spring boot|docker\p{L}*|kubernetes|kubectl|k8s|terraform|ansible|git|regex\p{L}*|webpack|vite|npm|pnpm|yarn|pip|postgres\p{L}*|mysql|sqlite|mongo(?:db)?|redis|nginx|graphql|numpy|pandas|pytorch|tailwind|makefile|cron(?:job|tab)?|vba|arduino|unity|swift(?:ui)?|rails|jquery|junit|pytest|jest|vitest|linux|ubuntu|vim|ssh|localhost|usestate|useeffect|async|api|json|yaml|csv|xml|sverweis|vlookup|xlookup|recherchev|stacktrace|segfault|debian|fedora|systemd|ffmpeg|imagemagick|curl|htaccess|lsusb|wlan0|latex|esp32|wireguard|rsync|nextcloud|home assistant|node-red|makros?|macros?|terminal|dropdown|plugin|backend|frontend|endpoint|endpunkt|codebase|monorepo|repo|repository|commit\p{L}*|rebase|branch(?:es)?|websocket|middleware|compiler|mutex|pip|gradle|maven|symfony|dplyr|power ?query|google sheets)(?![\p{L}\d])/iu,
  name: 'a name from programming',
}

/** Marks that only reckoning has. */
const SUMS: readonly Mark[] = [
  { pattern: /\d[\d.,]{0,12}\s*[-−+*/×÷^·:]\s*\(?\d[\d.,]{0,12}/u, name: 'a sum of numbers' },
  { pattern: /\d\s?%/u, name: 'a percentage' },
  { pattern: /[\dxyz)]\s*=\s*[-−]?[\dxyz(]/u, name: 'an equation' },
  { pattern: /(?<![\p{L}\d])[xyzn]\^?\d|\d[xyzn](?![\p{L}\d])|\b(?:sin|cos|tan|log|ln|sqrt)\s*\(|[∫∑√∏≤≥≠∞²³]/u, name: 'a formula' },
  {
    pattern:
      /\d\s*(?:km|cm|mm|m²|m2|m|kg|g|ml|l|qm|oz|lbs?|liters?|litres?|h|min|minutes?|minuten|hours?|stunden?|heures?|days?|tagen?|tage|jours?|years?|jahren?|ans|weeks?|wochen|miles?|meter|mètres?|grad|fahrenheit|celsius)(?![\p{L}])/iu,
    name: 'quantities',
  },
  { pattern: /[$€£]\s*\d|\d\s*(?:[€$£]|euros?|dollars?|cents?|balles)(?![\p{L}])/iu, name: 'amounts of money' },
]

/** Marks of what is wanted. */
const WANTED: readonly Mark[] = [
  { pattern: /(?:yes or no|ja oder nein|oui ou non|true or false|wahr oder falsch|vrai ou faux)/iu, name: 'a choice of two words' },
  { pattern: /\?\s*$/u, name: 'a question mark' },
  { pattern: /\?.*\?/su, name: 'several questions' },
  { pattern: /(?:\d+[,;]\s*){3}/u, name: 'a row of numbers' },
  { pattern: /(?<![\p{L}\d])\d[\d.,]*(?:[^\d]+\d[\d.,]*){2}/u, name: 'several numbers' },
  { pattern: /\S:\s+\S/u, name: 'a colon' },
]

/** A choice among stated answers: "A) … B) … C) …". */
export const MULTIPLE_CHOICE = /(?:^|[\s(])[A-Da-d][).:]\s*\S[\s\S]*?(?:^|[\s(])[B-Db-d][).:]\s*\S[\s\S]*?(?:^|[\s(])[C-Dc-d][).:]\s*\S/u
export const ADDRESS = /https?:\/\/\S+|\bwww\.\S+/u
/** A file that is named is somewhere; one that is pasted is not named. */
const OWN_FILE = /(?:^|[\s„“"'(/])[\w-]+\.(?:pdf|docx?|xlsx?|csv|txt|md|log|ya?ml|json|sh|py|zip)\b/u
const NUMBERED_STEP = /(?:(?<![\p{L}])(?:step|schritt|étape|paso|phase)\s*(\d)|^\s*(\d)[.)]\s+\p{L})/gimu
const ASKS =
  /(?<!\p{L})(?:who|which|where|how many|how old|wer|wem|welche\p{L}*|wo|wie viele|wie alt|qui|lequel|laquelle|où|combien|quel âge)(?!\p{L})[^?]*\?\s*$/iu
const FIRST_PERSON = /(?<!\p{L})(?:i|i'm|we|my|our|ich|wir|mein\p{L}*|unser\p{L}*|je|j|nous|mon|ma|mes|notre)(?!\p{L})/iu
const LONG_MATERIAL = 200
/** What is wanted, and what it may be wanted for: behind a colon, a question mark or a dash, and not a question itself. */
const BEHIND = /^([^:?\n–]{3,140}?[:?–])\s+([^?]{12,})$/su
const TOLD_BEHIND = 50

/** What stands in a request besides its words, by names that can be shown. */
export function marksOf({ ask, material, code, steering }: SplitRequest): string[] {
  const pasted = material.slice(0, 2000)
  const inAsk = [PROGRAMMING, ...CODE, ...SUMS, ...WANTED].filter(({ pattern }) => pattern.test(ask)).map(({ name }) => name)
  const inMaterial = CODE.filter(({ pattern }) => pattern.test(pasted)).length
  return [
    ...inAsk,
    ...(code ? ['a block of code'] : []),
    ...(inMaterial > 0 ? [inMaterial > 2 ? 'pasted code' : 'code in what is quoted'] : []),
    ...(material === '' ? [] : [material.length > LONG_MATERIAL ? 'a long pasted text' : 'a quoted text']),
    ...(MULTIPLE_CHOICE.test(ask) ? ['a choice of answers'] : []),
    ...(ADDRESS.test(ask) ? ['an address'] : []),
    ...(OWN_FILE.test(ask) ? ['a file'] : []),
    ...(numberedSteps(ask) >= 2 ? ['numbered steps'] : []),
    ...behindMarks(ask, material),
    ...(tellsAndAsks(ask) ? ['a story with a question'] : []),
    ...(steering.length > 0 ? ['a wish about models and rules'] : []),
  ]
}

/** Whether a text stands behind what is wanted, and whether that is of another language. */
function behindMarks(ask: string, material: string): string[] {
  const parts = BEHIND.exec(ask)
  const [wanted, given] = material === '' ? [parts?.[1] ?? '', parts?.[2] ?? ''] : [ask, material]
  const [ours, theirs] = [languageOf(wanted), languageOf(given)]
  return [
    ...(ours !== null && theirs !== null && ours !== theirs ? ['two languages'] : []),
    ...(material === '' && given.length >= TOLD_BEHIND ? ['a text behind a colon'] : []),
  ]
}

/** Some statements about others and then a question about them: the answer is in the statements. */
function tellsAndAsks(ask: string): boolean {
  const sentences = ask.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence.trim().length > 8)
  const told = sentences.slice(0, -1).filter((sentence) => /[.:]$/.test(sentence.trim())).length
  return told >= 1 && ASKS.test(sentences.at(-1) ?? '') && !FIRST_PERSON.test(ask)
}

/** How many different numbered steps are named: "Step 2", "Étape 2 :", "2." at the start of a line. */
export function numberedSteps(ask: string): number {
  return new Set([...ask.matchAll(NUMBERED_STEP)].map((match) => match[1] ?? match[2])).size
}
