import type { LucideIcon } from 'lucide-react'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../../../../shared/ids.ts'
import type { Session } from '../../../state/session.ts'

/** Where a command is called: the composer of a tab. */
export type CommandPlace = {
  readonly session: Session
  readonly tabId: string
  readonly conversationId: ConversationId | null
  /** The message below which an answer would stand. */
  readonly parentId: MessageId | null
}

/** What may follow a command: "/preset", then one of these. */
export type CommandChoice = { readonly id: string; readonly label: string; readonly hint?: string; readonly run: () => void }

/** Something that is called with a slash in the composer. The draft is cleared before it runs. */
export type SlashCommand = {
  /** Without the slash. */
  readonly name: string
  readonly label: string
  readonly icon?: LucideIcon
  /** Runs at once; else `choices` follow. */
  readonly run?: (place: CommandPlace) => void
  /** `typed`: what stands after the command's name. */
  readonly choices?: (place: CommandPlace, typed: string) => readonly CommandChoice[]
}

/** All commands by who brought them. The newest of a name wins. */
const store = createStore<ReadonlyMap<string, readonly SlashCommand[]>>(() => new Map())

/** Makes commands known under an owner's name; registering again replaces that owner's. Returns how to take them back. */
export function registerSlashCommands(owner: string, commands: readonly SlashCommand[]): () => void {
  store.setState((all) => new Map(all).set(owner, commands), true)
  return () => store.setState((all) => new Map([...all].filter(([known]) => known !== owner)), true)
}

/** Every command once. */
export function slashCommands(): readonly SlashCommand[] {
  const byName = new Map([...store.getState().values()].flat().map((command) => [command.name, command]))
  return [...byName.values()]
}
