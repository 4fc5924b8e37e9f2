import type { LucideIcon } from 'lucide-react'
import { CircleHelp, UsersRound } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Session } from '../../state/session.ts'
import { lookOf } from '../../state/use-look.ts'
import { useApp, useSession, useTabs } from '../../state/use-session.ts'
import { openSubject } from '../../tabs/open-subject.ts'
import { kindOf, TAB_KINDS } from '../../tabs/registry.ts'
import type { Found } from '../../tabs/tab-kind.ts'
import { ALL_COMMANDS, keysOf } from '../commands/all-commands.ts'
import { m } from '../messages.ts'
import { titleOf } from '../use-tab-title.ts'
import { matchesQuery } from './matches.ts'

const MOST = 8
/** A search waits so long for the next key, in ms. */
const REST_MS = 90

export type Result = {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly note?: string
  readonly keys?: string
  readonly run: (session: Session, another: boolean) => void
}
export type ResultGroup = { readonly id: string; readonly title: string; readonly results: readonly Result[] }

/** What the palette lists for a query, in groups. A query that begins with ">" finds commands alone. */
export function useResults(query: string): readonly ResultGroup[] {
  const session = useSession()
  const alone = query.startsWith('>')
  const text = (alone ? query.slice(1) : query).trim()
  const shortcuts = useApp((app) => app.settings.shortcuts)
  const presets = useApp((app) => app.presets)
  const standard = useApp((app) => app.settings.defaultPreset)
  const open = useTabs((tabs) => tabs.open)
  const found = useFound(alone ? '' : text)
  return useMemo(() => {
    const look = lookOf(session)
    const commands = ALL_COMMANDS.filter((command) => command.id !== 'shell.palette')
      .filter((command) => matchesQuery(text, `${command.label} ${command.words ?? ''}`))
      .map(
        (command): Result => ({
          id: command.id,
          label: command.label,
          icon: command.icon ?? CircleHelp,
          keys: keysOf(command, shortcuts),
          run: command.run,
        }),
      )
    if (alone) return filled([{ id: 'commands', title: m.commands.commands, results: commands }])
    const tabs = open.map(
      (tab): Result => ({
        id: `tab-${tab.id}`,
        label: titleOf(tab, look),
        icon: kindOf(tab.kind)?.icon ?? CircleHelp,
        run: () => session.tabs.activate(tab.id),
      }),
    )
    const teams = presets.map(
      (preset): Result => ({
        id: `preset-${preset.id}`,
        label: preset.name,
        icon: UsersRound,
        ...(preset.id === standard ? { note: m.commands.defaultPreset } : {}),
        run: () => {
          session.tabs.newChat()
          const { activeId } = session.tabs.store.getState()
          if (activeId !== null) session.tabs.change(activeId, { presetId: preset.id })
        },
      }),
    )
    const named = (results: readonly Result[]) => results.filter((result) => matchesQuery(text, result.label)).slice(0, MOST)
    const groups = [
      {
        id: 'commands',
        title: m.commands.commands,
        results: text === '' ? commands.filter(({ id }) => /^(place|chat)\./.test(id)).slice(0, MOST) : commands.slice(0, MOST),
      },
      { id: 'tabs', title: m.commands.tabs, results: named(tabs) },
      { id: 'presets', title: m.commands.presets, results: text === '' ? [] : named(teams) },
      ...found,
    ]
    return filled(text === '' ? groups.toSorted((a, b) => Number(b.id === 'tabs') - Number(a.id === 'tabs')) : groups)
  }, [session, shortcuts, presets, standard, open, found, alone, text])
}

function filled(groups: readonly ResultGroup[]): readonly ResultGroup[] {
  return groups.filter((group) => group.results.length > 0)
}

/** What each tab's own search finds; the last results stay until the next ones are there. */
function useFound(text: string): readonly ResultGroup[] {
  const session = useSession()
  const [groups, setGroups] = useState<readonly ResultGroup[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const searched = TAB_KINDS.flatMap((kind) => (kind.search ? [{ kind, search: kind.search }] : []))
    const timer = setTimeout(async () => {
      if (text === '') return setGroups([])
      const all = await Promise.all(
        searched.map(async ({ kind, search }) => ({
          id: `found-${kind.kind}`,
          title: kind.label,
          results: (await search(text, session, stop.signal).catch(() => []))
            .slice(0, MOST)
            .map((found) => resultOf(found, kind.kind, kind.icon)),
        })),
      )
      if (!stop.signal.aborted) setGroups(all)
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort(new Error('The query changed.'))
    }
  }, [session, text])
  return groups
}

function resultOf({ id, label, note, icon, subject }: Found, kind: string, kindIcon: LucideIcon): Result {
  return {
    id: `${kind}-${id}`,
    label,
    icon: icon ?? kindIcon,
    ...(note === undefined ? {} : { note }),
    run: (session, another) => void openSubject(session, subject, kind, another),
  }
}
