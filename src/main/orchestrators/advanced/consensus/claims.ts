import type { Claim, ClaimPlace, Claims } from '../../../../shared/claims.ts'

/** What one member said. */
export interface Said {
  readonly speaker: string
  readonly text: string
}

interface Sentence extends ClaimPlace {
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly figures: ReadonlySet<string>
  readonly negated: boolean
}

/** Sentences with so much in common (of the words of both) say the same, if nothing in them says otherwise. */
const SAME = 0.5
/** Shorter ones are headings, greetings and calls. */
const LEAST_WORDS = 3
/** Of a longer answer only the beginning is taken apart. */
const MOST_SENTENCES = 60
const MOST_CLAIMS = 40

const EMPTY = new Set(
  'the a an is are was were be been of to in on at and or it its this that as by for with from which der die das ein eine einer ist sind war und oder zu in im am auf von mit für als den dem des es le la les un une des est sont et ou à au aux de du en dans par pour que qui il elle'.split(
    ' ',
  ),
)
const NEGATION =
  /\b(?:not|no|never|none|neither|nor|cannot|without|nicht|kein(?:e[nmrs]?)?|nie|niemals|weder|ohne|pas|jamais|aucune?|sans|ni)\b|n['’]t\b/giu

/**
 * Takes free text apart into what was said, and finds who says the same and who says otherwise by the words of the sentences: without a
 * model it sees no paraphrase, so it finds too little agreement rather than too much. A claim that only one member makes is its alone.
 */
export function claimsOf(answers: readonly Said[]): Claims {
  const sentences = answers.flatMap(sentencesOf)
  const claims: { readonly first: Sentence; readonly supports: Sentence[]; readonly contradicts: Sentence[] }[] = []
  for (const sentence of sentences) {
    const near = claims
      .filter(({ supports, contradicts }) => [...supports, ...contradicts].every(({ speaker }) => speaker !== sentence.speaker))
      .map((claim) => ({ claim, overlap: overlapOf(claim.first, sentence) }))
      .filter(({ overlap }) => overlap >= SAME)
      .toSorted((a, b) => b.overlap - a.overlap)[0]?.claim
    if (near === undefined) claims.push({ first: sentence, supports: [sentence], contradicts: [] })
    else if (contradict(near.first, sentence)) near.contradicts.push(sentence)
    else near.supports.push(sentence)
  }
  const weight = ({ supports, contradicts }: (typeof claims)[number]) => supports.length + contradicts.length
  const list = claims
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_CLAIMS)
    .map(
      ({ first, supports, contradicts }): Claim => ({
        text: first.text,
        supports: supports.map(placeOf),
        contradicts: contradicts.map(placeOf),
      }),
    )
  return { method: 'overlap', list }
}

/** Sentences of an answer with their places; code, headings and "Answer:" lines are left out. */
export function sentencesOf({ speaker, text }: Said): Sentence[] {
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, (code) => ' '.repeat(code.length))
  const found: Sentence[] = []
  for (const match of prose.matchAll(/[^\n.!?]+(?:[.!?](?=\S)[^\n.!?]*)*[.!?]*/gu)) {
    const raw = match[0]
    const lead = /^[\s>#*_\d.)-]*/u.exec(raw)?.[0].length ?? 0
    const bare = raw.slice(lead).trimEnd()
    if (bare === '' || /^answer\s*:/i.test(bare)) continue
    const words = wordsOf(bare)
    if (words.size < LEAST_WORDS) continue
    const from = match.index + lead
    const figures = new Set(bare.match(/\d+(?:[.,]\d+)*/g) ?? [])
    const negations = bare.match(NEGATION)?.length ?? 0
    found.push({ speaker, from, to: from + bare.length, text: plain(bare), words, figures, negated: negations % 2 === 1 })
    if (found.length >= MOST_SENTENCES) break
  }
  return found
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(NEGATION, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word)).map(stem))
}

/** Endings that change with number and case say nothing: "waves" and "wave" are one word. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:e[nmsr]|s|e)$/u, '') : word
}

/** Jaccard's measure. */
function overlapOf(a: Sentence, b: Sentence): number {
  let common = 0
  for (const word of a.words) if (b.words.has(word)) common += 1
  return common / (a.words.size + b.words.size - common)
}

/** Much the same words, but one says not, or they name other figures. */
function contradict(a: Sentence, b: Sentence): boolean {
  if (a.negated !== b.negated) return true
  return a.figures.size > 0 && b.figures.size > 0 && [...a.figures].every((figure) => !b.figures.has(figure))
}

function placeOf({ speaker, from, to }: Sentence): ClaimPlace {
  return { speaker, from, to }
}

function plain(text: string): string {
  return text
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
