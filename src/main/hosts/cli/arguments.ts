import { parseArgs } from 'node:util'
import { TuttiError } from '../../../shared/errors.ts'
import { Period } from '../../../shared/metrics.ts'
import { dollarsToMicros, type Micros } from '../../../shared/money.ts'

export interface AskArguments {
  /** null: read it from standard input. */
  readonly question: string | null
  readonly preset: string | null
  readonly system: string | null
  readonly budgetMicros: Micros | null
  readonly allowNoPrice: boolean
  readonly json: boolean
  readonly events: boolean
}

/** `name`: a command, a saved pipeline, or a file of one; `words`: what follows a command; `input`: a file in place of them. */
export interface RunArguments {
  readonly name: string
  readonly words: readonly string[]
  readonly input: string | null
  readonly budgetMicros: Micros | null
  readonly allowNoPrice: boolean
  readonly json: boolean
  readonly events: boolean
}

export interface StatsArguments {
  readonly period: Period
  readonly format: 'text' | 'csv' | 'json'
}

/** `file`: read or written; `conversation` and `run`: what is exported, everything where both are null. */
export interface FileArguments {
  readonly name: 'backup' | 'restore' | 'export' | 'import'
  readonly file: string
  readonly conversation: string | null
  readonly run: string | null
  readonly json: boolean
}

/** An experiment on files. `answers` null: the models are asked. */
export interface LabArguments {
  readonly data: string
  readonly answers: string | null
  readonly presets: readonly string[]
  readonly name: string
  readonly budgetMicros: Micros | null
  readonly allowNoPrice: boolean
  readonly learn: boolean
  readonly json: boolean
}

/** What a run that waits is told. */
export interface AnswerArguments {
  readonly run: string
  readonly value: string
}

export type Command =
  | { readonly name: 'ask'; readonly ask: AskArguments }
  | { readonly name: 'answer'; readonly answer: AnswerArguments }
  | { readonly name: 'run'; readonly run: RunArguments }
  | { readonly name: 'commands'; readonly json: boolean }
  | { readonly name: 'models'; readonly json: boolean }
  | { readonly name: 'tools'; readonly json: boolean }
  | { readonly name: 'lab'; readonly lab: LabArguments }
  | { readonly name: 'stats'; readonly stats: StatsArguments }
  | { readonly name: 'files'; readonly files: FileArguments }
  | { readonly name: 'serve'; readonly port: number; readonly open: boolean }
  | { readonly name: 'open' }
  | { readonly name: 'help' }
  | { readonly name: 'version' }

const OPTIONS = {
  preset: { type: 'string', short: 'p' },
  system: { type: 'string' },
  budget: { type: 'string' },
  port: { type: 'string' },
  'allow-no-price': { type: 'boolean' },
  period: { type: 'string' },
  conversation: { type: 'string' },
  run: { type: 'string' },
  input: { type: 'string' },
  data: { type: 'string' },
  answers: { type: 'string' },
  presets: { type: 'string' },
  name: { type: 'string' },
  'use-for-routing': { type: 'boolean' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  events: { type: 'boolean' },
  open: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ask: ['preset', 'system', 'budget', 'allow-no-price', 'json', 'events'],
  run: ['input', 'budget', 'allow-no-price', 'json', 'events'],
  commands: ['json'],
  answer: [],
  models: ['json'],
  tools: ['json'],
  lab: ['data', 'answers', 'presets', 'name', 'budget', 'allow-no-price', 'use-for-routing', 'json'],
  stats: ['period', 'json', 'csv'],
  backup: [],
  restore: [],
  export: ['conversation', 'run'],
  import: ['json'],
  serve: ['port', 'open'],
  open: [],
}

function usage(message: string): TuttiError {
  return new TuttiError('invalid-input', `${message}; tutti help shows what can be asked.`)
}

/** Reads the words after `tutti`. Throws `invalid-input` that names what was wrong. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  const [name, ...rest] = positionals
  if (values.help || (name === undefined && !values.version) || name === 'help') return { name: 'help' }
  if (values.version || name === 'version' || name === undefined) return { name: 'version' }
  const allowed = ALLOWED[name]
  if (!allowed) throw usage(`There is no command "${name}"`)
  const foreign = Object.keys(values).find((option) => !allowed.includes(option))
  if (foreign !== undefined) throw usage(`tutti ${name} does not take --${foreign}`)
  const file = fileCommand(name)
  if (file !== null) return { name: 'files', files: { name: file, file: fileOf(file, rest), ...fileOptions(values) } }
  if (name === 'run') return { name, run: { ...runOf(rest), ...askOptions(values), input: values.input ?? null } }
  if (name === 'answer') return { name, answer: answerOf(rest) }
  if (name === 'lab') return { name, lab: labOptions(rest, values) }
  if (name !== 'ask' && rest.length > 0) throw usage(`tutti ${name} takes no "${rest.join(' ')}"`)
  switch (name) {
    case 'commands':
    case 'models':
    case 'tools':
      return { name, json: values.json ?? false }
    case 'stats':
      return { name, stats: statsOptions(values) }
    case 'serve':
      return { name, port: portOf(values.port), open: values.open ?? false }
    case 'open':
      return { name }
    default:
      return { name: 'ask', ask: { ...askText(rest), ...askOptions(values) } }
  }
}

function fileCommand(name: string): FileArguments['name'] | null {
  return name === 'backup' || name === 'restore' || name === 'export' || name === 'import' ? name : null
}

function labOptions(rest: readonly string[], values: ReturnType<typeof parse>['values']): LabArguments {
  if (rest.join(' ') !== 'run') throw usage('The Lab is asked with tutti lab run')
  const { data } = values
  if (data === undefined) throw usage('tutti lab run takes a data set: --data FILE')
  const presets = (values.presets ?? 'models').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
  return {
    data,
    answers: values.answers ?? null,
    presets,
    name: values.name ?? '',
    budgetMicros: values.budget === undefined ? null : budgetOf(values.budget),
    allowNoPrice: values['allow-no-price'] ?? false,
    learn: values['use-for-routing'] ?? false,
    json: values.json ?? false,
  }
}

function answerOf([run, ...words]: readonly string[]): AnswerArguments {
  const value = words.join(' ').trim()
  if (run === undefined || value === '') throw usage('tutti answer takes a run and what it is told')
  return { run, value }
}

function runOf([name, ...words]: readonly string[]): Pick<RunArguments, 'name' | 'words'> {
  if (name === undefined) throw usage('tutti run takes the name of a command or pipeline, or the file of a pipeline')
  return { name, words }
}

function fileOf(name: string, [file, ...more]: readonly string[]): string {
  if (file === undefined || more.length > 0) throw usage(`tutti ${name} takes the name of one file`)
  return file
}

function fileOptions(values: ReturnType<typeof parse>['values']): Pick<FileArguments, 'conversation' | 'run' | 'json'> {
  if (values.conversation !== undefined && values.run !== undefined) throw usage('One file holds a conversation or a run, not both')
  return { conversation: values.conversation ?? null, run: values.run ?? null, json: values.json ?? false }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (cause) {
    const said = cause instanceof Error ? /^[^.\n]*/.exec(cause.message)?.[0] : String(cause)
    throw usage(said ?? 'The options cannot be read')
  }
}

function askText(words: readonly string[]): Pick<AskArguments, 'question'> {
  const text = words.join(' ').trim()
  if (text === '-') return { question: null }
  if (text === '') throw usage('The question is empty. Write it in quotes, or - to read it from standard input')
  return { question: text }
}

function askOptions(values: ReturnType<typeof parse>['values']): Omit<AskArguments, 'question'> {
  return {
    preset: values.preset ?? null,
    system: values.system ?? null,
    budgetMicros: values.budget === undefined ? null : budgetOf(values.budget),
    allowNoPrice: values['allow-no-price'] ?? false,
    json: values.json ?? false,
    events: values.events ?? false,
  }
}

function statsOptions({ period: text = 'day', json, csv }: ReturnType<typeof parse>['values']): StatsArguments {
  const period = Period.safeParse(text)
  if (!period.success) throw usage(`There is no period "${text}". Choose ${Period.options.join(', ')}`)
  if (json && csv) throw usage('Choose one of --json and --csv')
  return { period: period.data, format: json ? 'json' : csv ? 'csv' : 'text' }
}

/** Dollars, "0.05" or "$0.05". */
function budgetOf(text: string): Micros {
  const plain = text.trim().replace(/^\$/, '')
  const dollars = Number(plain)
  if (!/^\d*\.?\d+$/.test(plain) || dollars <= 0 || dollars > 1_000_000) {
    throw usage(`The budget "${text}" is no amount. Write dollars, for example --budget 0.05`)
  }
  return dollarsToMicros(dollars)
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 0)
  if (!/^\d+$/.test(text ?? '0') || port > 65_535) throw usage(`The port "${text}" is not between 0 and 65535`)
  return port
}
