import type { Tab } from '../../shared/app-state.ts'
import { useLook } from '../state/use-look.ts'
import { kindOf } from '../tabs/registry.ts'
import type { Look } from '../tabs/tab-kind.ts'
import { m } from './messages.ts'

/** What a tab is called: by its kind, which knows what is shown in it. */
export function titleOf(tab: Tab, look: Look): string {
  return kindOf(tab.kind)?.title(tab, look) ?? m.shell.unknownTabTitle
}

export function useTabTitle(tab: Tab | undefined): string {
  return useLook((look) => (tab === undefined ? '' : titleOf(tab, look)))
}
