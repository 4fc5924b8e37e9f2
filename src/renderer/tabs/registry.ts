import { chatTab } from './chat/tab.ts'
import { dashboardTab } from './dashboard/tab.ts'
import { labTab } from './lab/tab.ts'
import { orchestrationTab } from './orchestration/tab.ts'
import { settingsTab } from './settings/tab.ts'
import { studioTab } from './studio/tab.ts'
import type { TabKind } from './tab-kind.ts'

/** Every kind of tab, in the order of the rail. A new one is a folder here and a line. */
export const TAB_KINDS: readonly TabKind[] = [
  chatTab, //
  studioTab,
  orchestrationTab,
  labTab,
  dashboardTab,
  settingsTab,
]

/** undefined: a kind of a newer version, which is kept and shown as such. */
export function kindOf(kind: string): TabKind | undefined {
  return TAB_KINDS.find((known) => known.kind === kind)
}
