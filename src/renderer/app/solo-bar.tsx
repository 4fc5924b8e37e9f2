import { Logo } from '../components/logo.tsx'
import { useTabs } from '../state/use-session.ts'
import { Spend } from './spend.tsx'
import { useTabTitle } from './use-tab-title.ts'

/** The head of a window that shows one tab: its title instead of a strip. */
export function SoloBar() {
  const tab = useTabs((tabs) => tabs.open.find((open) => open.id === tabs.activeId))
  return (
    <header className="flex min-w-0 items-center gap-3 pl-4 [-webkit-app-region:drag]">
      <Logo className="size-5.5 flex-none" />
      <h1 className="truncate font-medium">{useTabTitle(tab)}</h1>
      <Spend />
    </header>
  )
}
