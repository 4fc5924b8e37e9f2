import { SquareTerminal } from 'lucide-react'
import type { LibraryEntry } from '../../../../shared/library.ts'
import { callError } from '../../../state/call-error.ts'
import { w } from '../words.ts'
import { sendCommand } from './send-command.ts'
import type { CommandPlace, SlashCommand } from './slash-commands.ts'

/** Commands of the library that a chat can call; one with a name of `taken` stays out of the way. */
export function libraryCommands(library: readonly LibraryEntry[], taken: ReadonlySet<string>): SlashCommand[] {
  return callable(library)
    .filter(({ name }) => !taken.has(name))
    .map(({ name, description, hint }) => ({
      name,
      label: description,
      icon: SquareTerminal,
      choices: (place, typed) => {
        const text = typed.trim()
        return [{ id: 'run', label: w.runCommand(name), hint: text === '' ? hint : text, run: () => void call(place, name, text) }]
      },
    }))
}

/** The command that a text calls, with what follows its name; null where it is a question. */
export function commandCalled(
  text: string,
  library: readonly LibraryEntry[],
): { readonly name: string; readonly arguments: string } | null {
  const [, name, typed = ''] = /^\/([\p{L}\p{N}_-]+)(?:\s+([\s\S]*))?$/u.exec(text.trim()) ?? []
  const known = callable(library).some((entry) => entry.name === name)
  return known && name !== undefined ? { name, arguments: typed.trim() } : null
}

function callable(library: readonly LibraryEntry[]): LibraryEntry[] {
  return library.filter(({ kind, problems }) => kind === 'command' && problems.every(({ level }) => level !== 'error'))
}

/** Refused, the call stands in the draft again. */
async function call({ session, tabId, conversationId, parentId }: CommandPlace, name: string, typed: string): Promise<void> {
  const { tabs, toasts } = session
  const tab = tabs.store.getState().open.find(({ id }) => id === tabId)
  const { budgetMicros = null, attachments = [] } = tab ?? {}
  try {
    const id = await sendCommand(session, { conversationId, parentId, name, arguments: typed, attachments, budgetMicros })
    tabs.change(tabId, { conversationId: id, attachments: [], budgetMicros: null })
  } catch (thrown) {
    tabs.change(tabId, { draft: `/${name} ${typed}` })
    toasts.say(callError(thrown).message, null, 'bad')
  }
}
