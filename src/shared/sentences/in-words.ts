import {
  formatBytes,
  formatDuration,
  formatEstimate,
  formatLatency,
  formatMoney,
  formatNumber,
  formatShare,
  formatTokens,
  pluralWord,
} from '../format.ts'
import type { Sentence, Value, Words } from '../sentence.ts'

/** The sentences of one language. */
export interface Catalogue {
  readonly sentences: Readonly<Record<string, string>>
  /** Small numbers in words, from 0 on. */
  readonly numbers: readonly string[]
  /** Before the last of a list. */
  readonly and: string
}

/** `{slot}`, `{slot:format}`, `{slot|one|other}`; in the last, # is the number in words and ## the same at the start of a sentence. */
const SLOT = /\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}/g

/** What is said, in one language; null where the catalogue lacks a sentence, as one of another version does. */
export function inWords(words: Words, catalogue: Catalogue): string | null {
  if (typeof words === 'string') return words
  if ('say' in words) return sentenceInWords(words, catalogue)
  const parts = words.map((part) => inWords(part, catalogue))
  return parts.includes(null) ? null : parts.filter((part) => part !== '').join(' ')
}

function sentenceInWords({ say, with: values = {} }: Sentence, catalogue: Catalogue): string | null {
  const template = catalogue.sentences[say]
  if (template === undefined) return null
  let lacks = false
  const text = template.replace(SLOT, (_, slot: string, format: string | undefined, one: string | undefined, other: string | undefined) => {
    const value = values[slot]
    const filled =
      value === undefined ? null : one === undefined ? filledBy(value, format, catalogue) : chosen(value, one, other ?? '', catalogue)
    if (filled === null) lacks = true
    return filled ?? ''
  })
  return lacks ? null : text
}

function chosen(value: Value, one: string, other: string, catalogue: Catalogue): string | null {
  if (typeof value !== 'number') return null
  return pluralWord(value, one, other).replace(/##?/, (sign) => counted(value, catalogue, sign === '##'))
}

function filledBy(value: Value, format: string | undefined, catalogue: Catalogue): string | null {
  if (typeof value === 'number') return numberInWords(value, format, catalogue)
  if (format === undefined) return inWords(value, catalogue)
  const parts = (Array.isArray(value) ? value : [value]).map((part: Words) => inWords(part, catalogue))
  const texts = parts.filter((part) => part !== null)
  return texts.length < parts.length ? null : joined(texts, format, catalogue.and)
}

function numberInWords(value: number, format: string | undefined, catalogue: Catalogue): string {
  switch (format) {
    case 'count':
    case 'Count':
      return counted(value, catalogue, format === 'Count')
    case 'money':
      return formatMoney(value)
    case 'estimate':
      return formatEstimate(value)
    case 'share':
      return formatShare(value)
    case 'duration':
      return formatDuration(value)
    case 'latency':
      return formatLatency(value)
    case 'bytes':
      return formatBytes(value)
    case 'tokens':
      return formatTokens(value)
    case 'plain':
      return String(value)
    case 'one':
      return formatNumber(value, 1)
    case 'two':
      return formatNumber(value, 2)
    default:
      return formatNumber(value)
  }
}

/** "three", and digits where a language's words end. */
function counted(value: number, { numbers }: Catalogue, atStart: boolean): string {
  const word = numbers[value] ?? formatNumber(value)
  return atStart ? started(word) : word
}

function joined(texts: readonly string[], format: string, and: string): string {
  switch (format) {
    case 'list':
      return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`
    case 'commas':
      return texts.join(', ')
    case 'semicolons':
      return texts.join('; ')
    case 'dots':
      return texts.join(' · ')
    case 'Start':
      return started(texts.join(', '))
    default:
      return texts.join(' ')
  }
}

function started(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
