import { ChartNoAxesColumn, EyeOff, FileDown, GitBranch, Library, Pin, Plus, ScrollText, Search, Users, Wallet } from 'lucide-react'
import { formatEstimate } from '../../../../shared/format.ts'
import { showDialog } from '../chat-dialog.ts'
import { presetName } from '../composer/preset-name.ts'
import { EXPORT_FORMATS, exportConversation } from '../export-conversation.ts'
import { useLayout } from '../layout-store.ts'
import { w } from '../words.ts'
import { type CommandPlace, registerSlashCommands, type SlashCommand } from './slash-commands.ts'

const COMMANDS: readonly SlashCommand[] = [
  { name: 'preset', label: w.command.preset, icon: Users, choices: presets },
  { name: 'system', label: w.command.system, icon: ScrollText, choices: systemPrompts },
  {
    name: 'search',
    label: w.command.search,
    icon: Search,
    choices: (_, typed) => [
      {
        id: 'search',
        label: typed === '' ? w.command.search : w.searchFor(typed),
        run: () => showDialog({ kind: 'search', words: typed }),
      },
    ],
  },
  { name: 'export', label: w.command.export, icon: FileDown, choices: exports },
  { name: 'budget', label: w.command.budget, icon: Wallet, choices: budgets },
  { name: 'new', label: w.command.new, icon: Plus, run: ({ session }) => session.tabs.newChat() },
  { name: 'blind', label: w.command.blind, icon: EyeOff, run: toggleBlind },
  { name: 'prompts', label: w.command.prompts, icon: Library, run: () => showDialog({ kind: 'prompts', edit: null }) },
  { name: 'tree', label: w.command.tree, icon: GitBranch, run: () => useLayout.getState().setDrawer('branches') },
  { name: 'pins', label: w.command.pins, icon: Pin, run: () => useLayout.getState().setDrawer('pins') },
  { name: 'leaderboard', label: w.command.board, icon: ChartNoAxesColumn, run: () => showDialog({ kind: 'leaderboard' }) },
]
registerSlashCommands('chat', COMMANDS)

export const BUILT_IN_NAMES: readonly string[] = COMMANDS.map(({ name }) => name)

function exports({ session, conversationId }: CommandPlace, typed: string) {
  if (conversationId === null) return []
  return EXPORT_FORMATS.filter((format) => format.startsWith(typed.trim().toLowerCase())).map((format) => ({
    id: format,
    label: w.exportAs[format],
    run: () => void exportConversation(session, conversationId, format),
  }))
}

function presets({ session, tabId, conversationId }: CommandPlace, typed: string) {
  const all = session.app.getState().snapshot?.presets ?? []
  return all
    .filter((preset) => presetName(preset).toLowerCase().includes(typed.toLowerCase()))
    .map((preset) => ({
      id: preset.id,
      label: presetName(preset),
      run: () => {
        session.tabs.change(tabId, { presetId: preset.id, only: null })
        if (conversationId !== null) void session.attempt(session.client.conversations.update({ id: conversationId, presetId: preset.id }))
      },
    }))
}

function systemPrompts(place: CommandPlace, typed: string) {
  const text = typed.trim()
  const set = (systemPrompt: string, said: string) => () => void setSystemPrompt(place, systemPrompt, said)
  if (text !== '') return [{ id: 'set', label: w.systemTo(text), run: set(text, w.systemSet) }]
  return [{ id: 'clear', label: w.systemClear, hint: w.systemHow, run: set('', w.systemCleared) }]
}

/** A conversation that does not exist yet is made for it. */
async function setSystemPrompt({ session, tabId, conversationId }: CommandPlace, systemPrompt: string, said: string): Promise<void> {
  const { client, tabs, toasts, attempt } = session
  const id = conversationId ?? (await attempt(client.conversations.create({})))?.id
  if (id === undefined) return
  const done = await attempt(client.conversations.update({ id, systemPrompt }).then(() => true))
  if (!done) return
  if (conversationId === null) tabs.change(tabId, { conversationId: id })
  toasts.say(said)
}

function budgets({ session, tabId }: CommandPlace, typed: string) {
  const dollars = Number(typed.replace(',', '.').replace(/[$\s]/g, ''))
  const set = (budgetMicros: number | null) => () => session.tabs.change(tabId, { budgetMicros })
  const none = { id: 'none', label: w.budgetNone, run: set(null) }
  if (typed.trim() === '' || !Number.isFinite(dollars) || dollars <= 0 || dollars > 1_000_000) return [{ ...none, hint: w.budgetHow }]
  const micros = Math.round(dollars * 1_000_000)
  return [{ id: 'set', label: w.budgetTo(formatEstimate(micros, true)), run: set(micros) }, none]
}

function toggleBlind({ session, tabId }: CommandPlace): void {
  const tab = session.tabs.store.getState().open.find((open) => open.id === tabId)
  session.tabs.change(tabId, { blind: tab?.blind !== true })
}
