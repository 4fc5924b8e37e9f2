/** Words that point at something, and how strongly: 3 decides alone, 1 is a hint. */
export interface Cues {
  readonly weight: number
  /** By language, so that a person who speaks it can go through them; a bar stands between two. */
  readonly words: Readonly<Record<string, string>>
}

/** A cue that was found. */
export interface Found {
  readonly text: string
  readonly weight: number
  /** `text` says what it is, rather than what stands there. */
  readonly named?: boolean
}

export type FindCues = (text: string) => readonly Found[]

/** More hits of one kind say nothing new, and a long text must not cost more. */
const MOST_HITS = 8

/**
 * Makes a search of lists of words. In a word `*` stands for further letters, `…` for a few words in between, `^` for the
 * start of a clause, a space for any white space, and a name in capitals for one of `names`; everything else is meant literally, in
 * either case. Each different hit counts once.
 */
export function findCues(lists: readonly Cues[], names: Readonly<Record<string, string>> = {}): FindCues {
  const groups = Object.entries(names).map(([name, words]) => ({ name, source: `(?:${wordsOf(words).map(sourceOf).join('|')})` }))
  const compiled = lists.map(({ weight, words }) => ({ weight, pattern: patternOf(Object.values(words).flatMap(wordsOf), groups) }))
  return (text) => {
    const found = new Map<string, Found>()
    // Patterns that ignore case take a hundred times as long to compile.
    const lower = text.toLowerCase()
    const asWritten = lower.length === text.length ? text : lower
    for (const { weight, pattern } of compiled) {
      let hits = 0
      for (const { 0: hit, index } of lower.matchAll(pattern)) {
        if (!found.has(hit)) found.set(hit, { text: asWritten.slice(index, index + hit.length).replace(/\s+/g, ' '), weight })
        hits += 1
        if (hits >= MOST_HITS) break
      }
    }
    return [...found.values()]
  }
}

/** Sum of the weights: what several hints say together. */
export function weigh(found: readonly Found[]): number {
  return found.reduce((sum, { weight }) => sum + weight, 0)
}

/** JavaScript's own word boundary knows ASCII alone and would not see the start of “übersetze”. */
const START = '(?<![\\p{L}\\p{N}_])'
const END = '(?![\\p{L}\\p{N}_])'
/** After nothing, a stop or a joining word, also behind “please”. */
const CLAUSE =
  '(?<=(?:^|[.!?:;,\\n]|(?<![\\p{L}])(?:and|then|und|dann|et|puis|y))\\s*(?:(?:please|bitte|now|kannst du|könntest du|can you|could you|would you|peux-tu|pouvez-vous|merci de|i want you to|i need you to)\\s+)?)'

function wordsOf(list: string): string[] {
  return list.split('|').map((word) => word.trim())
}

function patternOf(words: readonly string[], groups: readonly { readonly name: string; readonly source: string }[]): RegExp {
  const named = (word: string) => groups.reduce((source, group) => source.replaceAll(group.name, group.source), sourceOf(word))
  const starts = words.filter((word) => word.startsWith('^')).map((word) => named(word.slice(1)))
  const anywhere = words.filter((word) => !word.startsWith('^')).map(named)
  const parts = [
    ...(starts.length > 0 ? [`${CLAUSE}${START}(?:${starts.join('|')})`] : []),
    ...(anywhere.length > 0 ? [`${START}(?:${anywhere.join('|')})`] : []),
  ]
  return new RegExp(`(?:${parts.join('|')})${END}`, 'gu')
}

function sourceOf(word: string): string {
  return word
    .replace(/[.+?()[\]{}|\\^$]/g, '\\$&')
    .replaceAll('*', '[\\p{L}]{0,20}')
    .replaceAll('…', '[^.!?\\n]{1,60}?')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", "['’]")
}
