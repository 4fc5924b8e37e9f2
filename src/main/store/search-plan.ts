/** How a user's words are looked for. */
export interface SearchPlan {
  /** An FTS5 query of quoted prefixes, all of which must occur; null where the text has no word that the index knows. */
  readonly match: string | null
  /** Pieces that must occur as they are: the index has no words for emoji, and does not part scripts written without spaces. */
  readonly contains: readonly string[]
}

const INDEXED = /[\p{L}\p{N}\p{Co}]/u
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** At most this many words count; a longer query is somebody's pasted text. */
const MAX_WORDS = 16

/** Turns what a user typed into a plan; nothing in it can be an operator of the query language. Both parts empty: nothing was asked. */
export function searchPlan(text: string): SearchPlan {
  const words = text.toWellFormed().replaceAll('\0', ' ').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS)
  const indexed = words.filter((word) => INDEXED.test(word) && !WITHOUT_SPACES.test(word))
  const contains = words.filter((word) => !indexed.includes(word))
  const match = indexed.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ')
  return { match: match === '' ? null : match, contains }
}
