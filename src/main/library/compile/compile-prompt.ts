import type { CommandArgument, LibraryProblem } from '../../../shared/library.ts'
import { Pipeline } from '../../../shared/pipeline.ts'
import { say } from '../../../shared/sentence.ts'
import type { PromptItem } from '../library-item.ts'
import { libraryProblem } from '../library-problem.ts'
import type { CompileGround } from './compile-ground.ts'
import type { Compiled } from './compiled.ts'
import { resolveModel, resolveTools } from './resolve-names.ts'
import { templateText } from './template-text.ts'

/** What was typed after the command, as a text. */
const TYPED = '($type(input) = "string" ? input : input = null ? "" : $string(input))'

/**
 * A Markdown command as a pipeline of one stage. `$ARGUMENTS`, `$1` and `$name` become what is typed after it; one that names its arguments
 * takes them by their names as well.
 */
export function compilePrompt(command: PromptItem, ground: CompileGround): Compiled {
  const problems: LibraryProblem[] = []
  const model = resolveModel(command.model, 'model', ground, problems)
  const agent = command.agent !== null && ground.hasAgent(command.agent) ? command.agent : undefined
  if (command.agent !== null && agent === undefined) {
    problems.push(libraryProblem('warning', 'agent', say('command.without-agent', { agent: command.agent })))
  }
  const pipeline = Pipeline.parse({
    id: `command:${command.name}`.slice(0, 80),
    name: command.name,
    description: command.description,
    ...inputOf(command.arguments),
    stages: [
      {
        id: 'answer',
        label: command.name,
        processor: { type: 'prompt', prompt: promptOf(command), maxOutputTokens: 4096 },
        tools: resolveTools(command.tools, 'tools', ground, problems),
        ...(model === null ? {} : { model }),
        ...(agent === undefined ? {} : { agent }),
        expectedMs: 20_000,
      },
    ],
  })
  return { pipeline, problems: [...command.problems, ...problems] }
}

/** For forms, and for callers that give the arguments by name; a text fits as well. */
function inputOf(named: readonly CommandArgument[]): { input?: Record<string, unknown> } {
  if (named.length === 0) return {}
  const properties = named.map(({ name, description, default: otherwise }) => {
    return [name, { type: 'string', description, ...(otherwise === undefined ? {} : { default: otherwise }) }]
  })
  const required = named.flatMap(({ name, required: needed }) => (needed ? [name] : []))
  return { input: { properties: Object.fromEntries(properties), required } }
}

function promptOf({ body, arguments: named }: PromptItem): string {
  const places = new Map(named.map(({ name }, index) => [name, index]))
  const names = [...places.keys()].toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[^\w-]/g, ''))
  const pattern = new RegExp(String.raw`\$(ARGUMENTS|[1-9]\d?${names.map((name) => `|${name}\\b`).join('')})|\$\{(ARGUMENTS)\}`, 'g')
  const all = named.length === 0 ? TYPED : byName(`$join([${named.map(givenValue).join(', ')}], " ")`, TYPED)
  let prompt = ''
  let from = 0
  let asked = false
  for (const match of body.matchAll(pattern)) {
    prompt += templateText(body.slice(from, match.index))
    from = match.index + match[0].length
    asked = true
    const name = match[1] ?? match[2] ?? ''
    const place = /^\d/.test(name) ? Number(name) - 1 : places.get(name)
    prompt += place === undefined ? `{{ ${all} }}` : `{{ ${wordAt(place, named[place])} }}`
  }
  prompt += templateText(body.slice(from))
  return asked ? prompt : `${prompt}\n\n{{ ${all} }}`
}

/** The word at a place of what was typed; words in quotes are one. By its name where arguments are given so. */
function wordAt(place: number, argument: CommandArgument | undefined): string {
  const word = `$match(${TYPED}, /"[^"]*"|\\S+/)[${place}].match`
  const otherwise = JSON.stringify(argument?.default ?? '')
  const typed = `($exists(${word}) ? $replace(${word}, /^"|"$/, "") : ${otherwise})`
  if (argument === undefined) return typed
  return byName(`($exists(${givenValue(argument)}) ? ${givenValue(argument)} : ${otherwise})`, typed)
}

function byName(given: string, typed: string): string {
  return `($type(input) = "object" ? ${given} : ${typed})`
}

function givenValue({ name }: CommandArgument): string {
  return `$string($lookup(input, ${JSON.stringify(name)}))`
}
