import { canonicalJson, parseJson } from './canonical-json.ts'
import { parseDate, parseTime } from './parse-date.ts'
import { parseNumber } from './parse-number.ts'
import { quantityKey, type Unit } from './parse-quantity.ts'

export type AnswerForm = 'number' | 'date' | 'time' | 'choice' | 'yes-no' | 'list' | 'json' | 'code' | 'words' | 'free'

/** What the question tells about the form of its answer. */
export interface Expected {
  readonly unit?: Unit | undefined
  readonly year?: number | undefined
  /** The question is about code: letters' case, blanks and punctuation of the answer count. */
  readonly literal?: boolean
}

export interface Normalised {
  readonly form: AnswerForm
  /** Equal for equal answers. */
  readonly key: string
}

const YES = /^(?:yes|yep|yeah|true|correct|ja|oui|sí|si|wahr)$/i
const NO = /^(?:no|nope|false|incorrect|nein|non|falsch)$/i
/** More than this many characters are never taken for a short answer. */
const SHORT = 200

/** True for texts that are wholly a number, quantity, date, time, or yes or no. */
export function isValue(text: string): boolean {
  return value(trimmed(text), {}) !== null
}

/** Brings an answer into the form it is compared in. Texts of words compare word by word; long ones are `free`. */
export function normalise(answer: string, explicit: boolean, expected: Expected = {}): Normalised {
  if (answer.startsWith('```\n')) return { form: 'code', key: codeKey(answer.slice(4)) }
  if (expected.literal && explicit) return { form: 'code', key: literalKey(answer) }
  const text = trimmed(answer)
  // As it stands first: a backslash within a text is no mark-up.
  const parsed = parseJson(answer) ?? parseJson(text)
  if (parsed !== undefined) return { form: 'json', key: canonicalJson(parsed) }
  const single = value(text, expected) ?? choice(text, explicit)
  if (single !== null) return single
  const list = listKey(text, expected)
  if (list !== null) return { form: 'list', key: list }
  const words = wordsKey(text)
  const short = text.length <= SHORT && !text.includes('\n') && (explicit || words.split(' ').length <= 8)
  return { form: short ? 'words' : 'free', key: words }
}

function trimmed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\$([^$]+)\$$/, '$1')
    .replace(/\\(?:text|mathrm)\{([^{}]*)\}/g, '$1')
    .replace(/\\(?=[%$])/g, '')
    .replace(/^[\s*_`"'“”‘’«»]+|[\s*_`"'“”‘’«».!]+$/g, '')
}

function value(text: string, expected: Expected): Normalised | null {
  if (text === '' || text.length > SHORT) return null
  if (YES.test(text)) return { form: 'yes-no', key: 'yes' }
  if (NO.test(text)) return { form: 'yes-no', key: 'no' }
  const time = parseTime(text)
  if (time !== null) return { form: 'time', key: time }
  const date = parseDate(text, expected.year)
  if (date !== null) return { form: 'date', key: date }
  const quantity = quantityKey(text, expected.unit) ?? quantityKey(resultOf(text), expected.unit)
  return quantity === null ? null : { form: 'number', key: quantity }
}

/** What an equation comes to: "20 * 40 + 80 = 880" is 880. */
function resultOf(text: string): string {
  return /[=≈]([^=≈]+)$/.exec(text)?.[1]?.trim() ?? ''
}

function choice(text: string, explicit: boolean): Normalised | null {
  const match = /^(?:option |choice |answer )?\(?([a-j])(?:\)|[.:)] .*)?$/i.exec(text)
  const letter = match?.[1]
  if (letter === undefined) return null
  const marked = text.length > 1 || explicit || letter === letter.toUpperCase()
  return marked ? { form: 'choice', key: letter.toLowerCase() } : null
}

/** "20 °C, 2.35 kg and 355 ml", "[1, 2, 3]", "- a\n- b": items in their order. */
function listKey(text: string, expected: Expected): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const bullets = lines.every((line) => /^\s*(?:[-*•]|\d+[.)])\s/.test(line))
  const items =
    bullets && lines.length > 1
      ? lines.map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, ''))
      : text.length <= SHORT && lines.length === 1
        ? text.split(/\s*(?:;|,(?!\d)|,? (?:and|und|et|y) | & )\s*/)
        : []
  if (items.length < 2 || items.some((item) => item.trim() === '')) return null
  const keys = items.map((item) => {
    const single = value(trimmed(item), expected)
    return single === null ? wordsKey(item) : `${single.form}:${single.key}`
  })
  if (keys.some((key) => key.split(' ').length > 6)) return null
  return keys.join(' | ')
}

function codeKey(code: string): string {
  return code
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** A literal of a programming language: one kind of quotes, no blanks outside of them, no quotes around a whole text. */
function literalKey(text: string): string {
  const whole = /^\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1\s*$/s.exec(text)
  const bare = whole?.[2]?.replace(/\\(['"`])/g, '$1') ?? text
  // Zeros in front, and blanks within quotes, are part of a text: '001' and ' 1' are no 1.
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(whole === null ? bare.trim() : bare) ? parseNumber(bare) : null
  if (number !== null || whole !== null || !/^\s*[[({]/.test(text)) return number ?? bare
  const pieces = text.trim().match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^'"]+|['"]/g) ?? []
  return pieces.map((piece) => (/^['"]./s.test(piece) ? JSON.stringify(piece.slice(1, -1)) : piece.replace(/\s+/g, ''))).join('')
}

/** Inner capitals ("1oE-Err") tell words apart; a capital at the start, or all of them, do not. */
function foldCase(word: string): string {
  return /\p{Ll}\p{Lu}/u.test(word) ? word : word.toLowerCase()
}

function wordsKey(text: string): string {
  const words = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\s+\-/%°.]/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(foldCase)
  const bare = words.filter((word) => !/^(?:the|a|an)$/.test(word))
  return (bare.length === 0 ? words : bare).join(' ')
}
