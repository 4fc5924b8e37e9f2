import { TuttiError } from '../../shared/errors.ts'
import type { LibraryProblem } from '../../shared/library.ts'
import { say, type Told } from '../../shared/sentence.ts'
import { isRecord } from '../../shared/unknown-fields.ts'
import { libraryProblem } from './library-problem.ts'

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
  /** Whether the file has any. */
  readonly present: boolean
  readonly problems: readonly LibraryProblem[]
}

/** References to an anchor; a bomb of nested ones needs many. */
const MOST_ALIASES = 50
const MOST_CHARACTERS = 100_000

/**
 * What stands between the lines of hyphens at the top of a Markdown file. Assistants write values there that are no YAML
 * (`description: Use it when: …`); such front matter is read line by line, and that is reported.
 */
export async function readFrontMatter(text: string): Promise<FrontMatter> {
  const match = /^\s*---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text)
  if (match === null) {
    const open = /^\s*---[ \t]*\r?\n/.test(text)
    const problems = open ? [warning('front matter', say('file.open-front-matter'))] : []
    return { fields: {}, body: text, present: false, problems }
  }
  const source = match[1] ?? ''
  const body = text.slice(match[0].length)
  if (source.length > MOST_CHARACTERS) {
    return { fields: {}, body, present: true, problems: [error('front matter', say('file.long-front-matter', { most: MOST_CHARACTERS }))] }
  }
  const { parse } = await import('yaml')
  try {
    const fields: unknown = parse(source, { maxAliasCount: MOST_ALIASES })
    if (fields === null || fields === undefined) return { fields: {}, body, present: true, problems: [] }
    if (isRecord(fields)) return { fields, body, present: true, problems: [] }
    return { fields: {}, body, present: true, problems: [error('front matter', say('file.no-fields'))] }
  } catch (thrown) {
    const { message } = TuttiError.from(thrown)
    if (/alias/i.test(message))
      return { fields: {}, body, present: true, problems: [error('front matter', say('file.bad-yaml', { why: firstLine(message) }))] }
    const problems = [warning('front matter', say('file.by-line', { why: firstLine(message) }))]
    return { fields: readLines(source), body, present: true, problems }
  }
}

/** `name: the rest of the line`; lines that are no such pair go on with the value before. */
function readLines(source: string): Record<string, unknown> {
  const fields = new Map<string, string>()
  let last: string | null = null
  for (const line of source.split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/.exec(line)
    if (pair) {
      last = pair[1] ?? ''
      fields.set(last, unquoted((pair[2] ?? '').trim()))
    } else if (last !== null && line.trim() !== '') fields.set(last, `${fields.get(last) ?? ''}\n${line.trim()}`.trim())
  }
  return Object.fromEntries(fields)
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}

function warning(place: string, message: Told): LibraryProblem {
  return libraryProblem('warning', place, message)
}

function error(place: string, message: Told): LibraryProblem {
  return libraryProblem('error', place, message)
}
