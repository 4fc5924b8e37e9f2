import { TuttiError } from '../../shared/errors.ts'
import type { LibraryEntry, PhaseDraft } from '../../shared/library.ts'
import type { Pipeline, PipelineCheck } from '../../shared/pipeline.ts'
import { compileDefinition } from './compile/compile-definition.ts'
import { draftDefinition } from './draft-definition.ts'
import type { Library } from './library.ts'
import { readDefinition } from './read-definition.ts'

export interface DraftingParts {
  readonly library: Library
  readonly check: (pipeline: Pipeline) => PipelineCheck | Promise<PipelineCheck>
  /** Asks a model and gives its name and answer; null where there is none to ask. */
  readonly ask: (system: string, prompt: string, signal?: AbortSignal) => Promise<{ readonly model: string; readonly text: string } | null>
}

/** Definitions of several steps: drafted from prose, read, saved. */
export class Drafting {
  readonly #parts: DraftingParts

  constructor(parts: DraftingParts) {
    this.#parts = parts
  }

  /** A definition for a Markdown command, by a model where one answers with a definition that holds, else by its headings and lists. */
  async convert(name: string, signal?: AbortSignal): Promise<PhaseDraft> {
    const { library, ask } = this.#parts
    const { item } = await library.find('command', name)
    if (item.kind !== 'command' || item.format !== 'markdown') {
      throw new TuttiError('invalid-input', `/${name} has phases already.`)
    }
    const agents = library.entries.filter(({ kind }) => kind === 'agent')
    const drafted = draftDefinition(
      item,
      agents.map((agent) => agent.name),
    )
    const plain = await this.#read(`${JSON.stringify(drafted, null, 2)}\n`, `${name}.json`, null)
    const list = agents.map((agent) => `- ${agent.name}: ${agent.description}`).join('\n')
    const asked = `# The command\n\n${item.body}\n\n# The agents\n\n${list}\n\n# A first draft\n\n${plain.text}`
    const answer = await ask(SYSTEM, asked, signal)
    if (answer === null) return plain
    const text = /\{[\s\S]*\}/.exec(answer.text)?.[0] ?? ''
    try {
      const draft = await this.#read(`${JSON.stringify({ ...JSON.parse(text), name }, null, 2)}\n`, `${name}.json`, answer.model)
      if (draft.problems.every(({ level }) => level !== 'error') && draft.check.problems.every(({ level }) => level !== 'error'))
        return draft
    } catch {
      // What it answered is no definition.
    }
    const message = `${answer.model} gave no definition that holds; the headings and lists were read instead.`
    return { ...plain, problems: [{ level: 'warning', place: '', message }, ...plain.problems] }
  }

  /** Reads a definition and shows what it would be. Throws `invalid-input` where it is none. */
  read(text: string): Promise<PhaseDraft> {
    return this.#read(text, '', null)
  }

  /** Saves a definition among the user's own. Throws `invalid-input` where it cannot run. */
  async save(text: string): Promise<LibraryEntry> {
    const { library } = this.#parts
    const { problems, check } = await this.read(text)
    const [first] = [...problems, ...check.problems].filter(({ level }) => level === 'error')
    if (first) throw new TuttiError('invalid-input', `It cannot run: ${first.message}`)
    const { item } = readDefinition(text, '')
    if (item === null) throw new TuttiError('internal', 'A definition that was read is gone.')
    await library.write('command', `${item.name}.json`, text)
    await library.refresh()
    return (await library.find('command', item.name)).entry
  }

  async #read(text: string, file: string, by: string | null): Promise<PhaseDraft> {
    const { item, problems } = readDefinition(text, file)
    if (item === null) {
      const places = problems.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`))
      throw new TuttiError('invalid-input', `This is no definition that can be read. ${places.slice(0, 10).join('; ')}`)
    }
    const compiled = compileDefinition(item, this.#parts.library.ground)
    return { text, by, problems: [...compiled.problems], pipeline: compiled.pipeline, check: await this.#parts.check(compiled.pipeline) }
  }
}

const SYSTEM = `You turn the prose of a command into a definition of phases that agents work through. Answer with one JSON object in the form of
the first draft and nothing else. Improve the draft: split work that can be done at the same time into agents of one phase, give each agent
one clear task in full sentences, choose its type from the list of agents where one fits, and name under context.inputs exactly the outputs
of others that it needs, so that whatever does not need each other runs together. Set expectedMs to a realistic time. Give whatever changes
something outside a compensation. Leave out steps that the command does not ask for.`
