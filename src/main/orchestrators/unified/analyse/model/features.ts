import { marksOf } from '../marks.ts'
import type { SplitRequest } from '../split-request.ts'

/** What is looked at from the start and from the end of the person's own words. */
const FIRST_WORDS = 120
const LAST_WORDS = 40
const MARK_VALUE = 0.6

export interface Feature {
  /** A hash of 24 bits. */
  readonly key: number
  readonly value: number
  /** Which of `sources` it stands for. */
  readonly source: number
}

export interface Features {
  readonly features: readonly Feature[]
  /** What can be shown as evidence: words with their place in the request, and marks by name. */
  readonly sources: readonly Source[]
}

export type Source = { readonly from: number; readonly to: number } | { readonly name: string }

/** The words, pairs of words, parts of words and marks of a request, as a model can weigh them. Pure. */
export function featuresOf(request: SplitRequest): Features {
  const words = wordsOf(request.ask)
  const inWords: { name: string; source: number }[] = []
  const inParts: { name: string; source: number }[] = []
  for (const [place, { text }] of words.entries()) {
    const before = words[place - 1]?.text ?? '^'
    inWords.push({ name: `w ${text}`, source: place }, { name: `b ${before} ${text}`, source: place })
    if (place === words.length - 1) inWords.push({ name: `b ${text} $`, source: place })
    if (place < 2) inWords.push({ name: `s ${text}`, source: place })
    if (text.length > 3) for (const part of partsOf(text)) inParts.push({ name: `c ${part}`, source: place })
  }
  const marks = [...marksOf(request), `a length of ${lengthOf(words.length)}`]
  const weighed = (list: typeof inWords) => {
    const value = 1 / Math.sqrt(list.length)
    return list.map(({ name, source }) => ({ key: keyOf(name), value, source }))
  }
  return {
    features: [
      ...weighed(inWords),
      ...weighed(inParts),
      ...marks.map((name, place) => ({ key: keyOf(`m ${name}`), value: MARK_VALUE, source: words.length + place })),
    ],
    sources: [...words.map(({ from, to }) => ({ from, to })), ...marks.map((name) => ({ name }))],
  }
}

interface Word {
  /** Without case and accents, every number alike. */
  readonly text: string
  readonly from: number
  readonly to: number
}

function wordsOf(ask: string): Word[] {
  const words = [...ask.matchAll(/\p{L}+|\d[\d.,]*|⟨⟩|[%€$£?=+*#]/gu)].map(({ 0: text, index }) => ({
    text: /^\d/.test(text) ? '#' : plain(text),
    from: index,
    to: index + text.length,
  }))
  return words.length > FIRST_WORDS + LAST_WORDS ? [...words.slice(0, FIRST_WORDS), ...words.slice(-LAST_WORDS)] : words
}

function plain(word: string): string {
  return word.slice(0, 40).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
}

/** Runs of three and four letters, with the ends of the word marked: they survive endings and mistyping. */
function partsOf(word: string): string[] {
  const marked = `<${word}>`
  return [3, 4].flatMap((size) =>
    Array.from({ length: Math.max(0, marked.length - size + 1) }, (_, from) => marked.slice(from, from + size)),
  )
}

function lengthOf(words: number): string {
  return (
    ['one', 'two', 'three', 'five', 'eight', 'fourteen', 'thirty'].find((_, place) => words <= ([1, 2, 3, 5, 8, 14, 30][place] ?? 0)) ??
    'many'
  )
}

/** FNV-1a, folded to 24 bits. */
function keyOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 24)) & 0xffffff
}
