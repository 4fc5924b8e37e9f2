import type { Settings } from '../../../shared/settings.ts'
import { TAB_KINDS } from '../../tabs/registry.ts'
import type { Command } from '../../tabs/tab-kind.ts'
import { m } from '../messages.ts'
import { SHELL_COMMANDS } from './shell-commands.ts'

/** Every command that there is: the window's, each tab's own, and to go to each place. */
export const ALL_COMMANDS: readonly Command[] = [
  ...SHELL_COMMANDS,
  ...TAB_KINDS.flatMap((kind) => kind.commands),
  ...TAB_KINDS.map(
    ({ kind, label, icon }): Command => ({
      id: `place.${kind}`,
      label: m.commands.goTo(label),
      icon,
      run: ({ tabs }) => tabs.open(kind),
    }),
  ),
]

/** The keys of a command: the user's, or those that ship. '' for none. */
export function keysOf({ id, keys }: Command, shortcuts: Settings['shortcuts']): string {
  return shortcuts[id] ?? keys ?? ''
}
