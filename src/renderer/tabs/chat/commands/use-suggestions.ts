import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { ConversationId, MessageId } from '../../../../shared/ids.ts'
import type { PresetView } from '../../../../shared/preset.ts'
import { useApp, useSession } from '../../../state/use-session.ts'
import { starterPrompts } from '../prompts/starter-prompts.ts'
import { usePrompt } from '../prompts/use-prompt.ts'
import { useModelLabel } from '../use-labels.ts'
import { w } from '../words.ts'
import { BUILT_IN_NAMES } from './built-in-commands.ts'
import { libraryCommands } from './library-commands.ts'
import { registerSlashCommands, slashCommands } from './slash-commands.ts'
import { fitting, tokenAt } from './suggestion-token.ts'

export type Suggestion = {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: LucideIcon
  readonly member?: number
  readonly run: () => void
}

export type Suggestions = {
  readonly title: string
  readonly items: readonly Suggestion[]
  readonly active: number
  readonly listId: string
  readonly optionId: (index: number) => string
  readonly setActive: (index: number) => void
  readonly onCaret: (caret: number) => void
  /** true where the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

type Draft = { readonly text: string; readonly setText: (text: string) => void }
type Input = {
  readonly tabId: string
  readonly conversationId: ConversationId | null
  readonly parentId: MessageId | null
  readonly preset: PresetView | undefined
  readonly draft: Draft
}

/** What the composer offers while a command or a member is typed. */
export function useSuggestions({ tabId, conversationId, parentId, preset, draft }: Input): Suggestions {
  const session = useSession()
  const own = useApp((app) => app.prompts)
  const library = useApp((app) => app.library)
  const label = useModelLabel()
  const prompt = usePrompt(tabId)
  const listId = useId()
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const { text, setText } = draft
  const token = tokenAt(text, caret)
  const place = { session, tabId, conversationId, parentId }
  useEffect(() => {
    const taken = new Set([...BUILT_IN_NAMES, ...own.map(({ name }) => name.toLowerCase())])
    registerSlashCommands('library', libraryCommands(library, taken))
  }, [library, own])
  const closed = token === null || (dismissed !== null && text.startsWith(dismissed))
  const items = closed ? [] : suggest()
  const at = Math.min(active, Math.max(0, items.length - 1))

  return {
    title: token?.kind === 'mention' ? w.membersToAsk : w.commands,
    items,
    active: at,
    listId,
    optionId: (index) => `${listId}-${index}`,
    setActive,
    onCaret: setCaret,
    onKey,
  }

  function suggest(): Suggestion[] {
    switch (token?.kind) {
      case 'command':
        return fitting([...commands(), ...prompts()], token.typed, (entry) => entry.id)
      case 'argument': {
        const command = slashCommands().find((known) => known.name === token.name)
        return (command?.choices?.(place, token.typed) ?? []).map(({ id, label: name, hint, run }) => ({
          id,
          label: name,
          ...(hint === undefined ? {} : { detail: hint }),
          ...(command?.icon === undefined ? {} : { icon: command.icon }),
          run: cleared(run),
        }))
      }
      case 'mention': {
        const { from, to } = token
        const seats = (preset?.asked ?? []).map((member, index) => ({ id: member.id, number: index + 1, label: label(member.model) }))
        return fitting(seats, token.typed, (seat) => seat.label).map((seat) => ({
          id: seat.id,
          label: seat.label,
          member: seat.number,
          run: () => {
            const before = session.tabs.store.getState().open.find((tab) => tab.id === tabId)?.only ?? []
            session.tabs.change(tabId, { only: [...new Set([...before, seat.id])] })
            setText(`${text.slice(0, from)}${text.slice(to).trimStart()}`)
          },
        }))
      }
      default:
        return []
    }
  }

  function commands(): Suggestion[] {
    return slashCommands().map((command) => ({
      id: command.name,
      label: `/${command.name}`,
      detail: command.label,
      ...(command.icon === undefined ? {} : { icon: command.icon }),
      run: command.run ? cleared(() => command.run?.(place)) : () => setText(`/${command.name} `),
    }))
  }

  function prompts(): Suggestion[] {
    const taken = new Set([...own, ...slashCommands()].map((entry) => entry.name.toLowerCase()))
    const all = [...own, ...starterPrompts.filter((entry) => !taken.has(entry.name.toLowerCase()))]
    return all.map((entry) => ({ id: entry.name, label: `/${entry.name}`, detail: entry.title, run: () => prompt(entry) }))
  }

  function cleared(run: () => void): () => void {
    return () => {
      setText('')
      run()
    }
  }

  function onKey(event: KeyboardEvent): boolean {
    if (items.length === 0 || event.nativeEvent.isComposing) return false
    switch (event.key) {
      case 'ArrowDown':
        setActive((at + 1) % items.length)
        break
      case 'ArrowUp':
        setActive((at + items.length - 1) % items.length)
        break
      case 'Escape':
        setDismissed(text)
        break
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false
        setActive(0)
        items[at]?.run()
        break
      default:
        return false
    }
    event.preventDefault()
    return true
  }
}
