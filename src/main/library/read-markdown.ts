import { CommandArgument, type LibraryKind, type LibraryProblem } from '../../shared/library.ts'
import { say, type Told } from '../../shared/sentence.ts'
import { readFrontMatter } from './front-matter.ts'
import type { AgentItem, LibraryItem, PromptItem } from './library-item.ts'
import { libraryProblem } from './library-problem.ts'
import { libraryName, nameOfFile } from './names.ts'
import { Fields } from './read-fields.ts'

const MOST_BODY = 200_000
/** Files that lie beside agents and commands and are neither. */
const DOCUMENTS = /^(?:readme|changelog|license|contributing|claude|agents|index)$/i
/** Said by other assistants of how they show or choose it; nothing here depends on it. */
const IGNORED = ['color', 'colour', 'category', 'version', 'author', 'tags', 'license', 'disable-model-invocation', 'mode', 'temperature']

export type MarkdownReading =
  | { readonly item: LibraryItem; readonly problems: readonly LibraryProblem[] }
  | { readonly item: null; readonly problems: readonly LibraryProblem[] }

/** Reads an agent or a command. `file` is its path: folders named `agents` or `commands` decide what it is, else its fields do. */
export async function readMarkdown(text: string, file: string): Promise<MarkdownReading> {
  const { fields: written, body: whole, present, problems: flaws } = await readFrontMatter(text)
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '')
  if (!present && DOCUMENTS.test(base)) return refused(flaws, say('file.document'))
  const body = whole.trim()
  if (body === '') return refused(flaws, say('file.no-instructions'))
  if (body.length > MOST_BODY) return refused(flaws, say('file.too-long', { n: body.length, most: MOST_BODY }))
  const fields = new Fields(written)
  const said = fields.text('name', 'title')
  const name = (said === null ? null : libraryName(said)) ?? nameOfFile(file)
  if (name === null) return refused(flaws, say('file.nameless'))
  const described = fields.text('description', 'summary')
  const basics = { name, description: described ?? firstWords(body) }
  const kind = kindOf(file, fields)
  const item = kind === 'agent' ? agentOf(basics, body, fields) : commandOf(basics, body, fields)
  for (const ignored of IGNORED) fields.raw(ignored)
  const problems = [
    ...flaws,
    ...fields.problems,
    ...(said === null ? [note('name', say('file.named-by-file', { name }))] : []),
    ...(described === null ? [note('description', say('file.no-description'))] : []),
    ...fields.unknown.map((field) => note(field, say('file.unknown-field'))),
    ...item.problems,
  ]
  if (problems.some(({ level }) => level === 'error')) return { item: null, problems }
  return { item: { ...item, problems }, problems }
}

function kindOf(file: string, fields: Fields): LibraryKind {
  const folders = file.split(/[\\/]/).slice(0, -1).toReversed()
  const folder = folders.find((each) => /^(?:sub)?agents?$|^commands?$|^prompts$/i.test(each))
  if (folder !== undefined) return /agent/i.test(folder) ? 'agent' : 'command'
  const hints = [fields.raw('argument-hint'), fields.raw('arguments'), fields.raw('allowed-tools')]
  return hints.every((hint) => hint === undefined) && fields.raw('tools') !== undefined ? 'agent' : 'command'
}

function agentOf(basics: Pick<AgentItem, 'name' | 'description'>, body: string, fields: Fields): AgentItem {
  return {
    kind: 'agent',
    ...basics,
    instructions: body,
    tools: fields.list('tools', 'allowed-tools'),
    model: fields.text('model'),
    problems: [],
  }
}

function commandOf(basics: Pick<PromptItem, 'name' | 'description'>, body: string, fields: Fields): PromptItem {
  const named = argumentsOf(fields.raw('arguments'))
  const written = fields.raw('argument-hint')
  const hint = typeof written === 'string' ? written : Array.isArray(written) ? `[${written.join(', ')}]` : hintOf(named)
  const problems = /(?:^|\s)!`[^`]+`/m.test(body) ? [note('text', say('file.no-commands'))] : []
  return {
    kind: 'command',
    format: 'markdown',
    ...basics,
    body,
    hint,
    arguments: named,
    tools: fields.list('allowed-tools', 'tools'),
    model: fields.text('model'),
    agent: fields.text('agent', 'subagent-type'),
    problems,
  }
}

/** A list of names, a list of objects, or an object by name. */
function argumentsOf(written: unknown): CommandArgument[] {
  if (typeof written === 'string')
    return written
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((name) => CommandArgument.parse({ name: bare(name) }))
  const listed: unknown[] = Array.isArray(written)
    ? written
    : typeof written === 'object' && written !== null
      ? Object.entries(written).map(([name, more]) => (typeof more === 'object' ? { ...more, name } : { name, description: String(more) }))
      : []
  return listed.flatMap((each) => {
    const argument = CommandArgument.safeParse(typeof each === 'string' ? { name: bare(each) } : each)
    return argument.success ? [argument.data] : []
  })
}

function hintOf(named: readonly CommandArgument[]): string {
  return named.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`)).join(' ')
}

function bare(name: string): string {
  return name.replace(/^[$<[]+|[>\]]+$/g, '')
}

function firstWords(body: string): string {
  const line = body.split('\n').find((each) => /\p{L}/u.test(each)) ?? ''
  return line.replace(/^[#>*\s-]+/, '').slice(0, 160)
}

function note(place: string, message: Told): LibraryProblem {
  return libraryProblem('note', place, message)
}

function refused(flaws: readonly LibraryProblem[], message: Told): MarkdownReading {
  return { item: null, problems: [...flaws, libraryProblem('error', '', message)] }
}
