import type { Section } from './section.ts'
import { SECTIONS } from './sections.ts'

export type FoundSection = { readonly section: Section; readonly labels: readonly string[] }

/** Sections with the settings in which every word of the query begins a word. An empty query finds every section, without its settings. */
export function findSettings(query: string): FoundSection[] {
  const words = wordsOf(query)
  if (words.length === 0) return SECTIONS.map((section) => ({ section, labels: [] }))
  return SECTIONS.flatMap((section) => {
    const labels = section.settings
      .filter((setting) => matches(words, `${section.label} ${setting.label} ${setting.words ?? ''}`))
      .map((setting) => setting.label)
    return labels.length > 0 ? [{ section, labels }] : []
  })
}

function matches(words: readonly string[], text: string): boolean {
  const there = wordsOf(text)
  return words.every((word) => there.some((candidate) => candidate.startsWith(word)))
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
}
