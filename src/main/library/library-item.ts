import type { CommandDefinition } from '../../shared/command-definition.ts'
import type { CommandArgument, LibraryName, LibraryProblem } from '../../shared/library.ts'

interface ItemBasics {
  readonly name: LibraryName
  readonly description: string
  readonly problems: readonly LibraryProblem[]
}

/** Who does a step: instructions, and what they ask for. */
export interface AgentItem extends ItemBasics {
  readonly kind: 'agent'
  readonly instructions: string
  /** As the file names them. */
  readonly tools: readonly string[]
  readonly model: string | null
}

/** A command that is one prompt. */
export interface PromptItem extends ItemBasics {
  readonly kind: 'command'
  readonly format: 'markdown'
  readonly body: string
  readonly hint: string
  readonly arguments: readonly CommandArgument[]
  readonly tools: readonly string[]
  readonly model: string | null
  readonly agent: string | null
}

/** A command of several steps. */
export interface DefinitionItem extends ItemBasics {
  readonly kind: 'command'
  readonly format: 'json'
  readonly hint: string
  readonly definition: CommandDefinition
}

export type CommandItem = PromptItem | DefinitionItem
/** What stands in a file of a library. */
export type LibraryItem = AgentItem | CommandItem
