import { LinkDialog } from '../components/link-dialog.tsx'
import { ToastList } from '../components/toast-list.tsx'
import { Notices } from './notices.tsx'
import { Rail } from './rail.tsx'
import { Stage } from './stage.tsx'
import { TitleBar } from './title-bar.tsx'
import { useAppearance } from './use-appearance.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Title bar, rail and the tab that is shown. Only that one has a DOM; the others keep their stores. */
export function Shell() {
  useAppearance()
  useShortcuts()
  return (
    <div className="grid h-full grid-cols-[4rem_minmax(0,1fr)] grid-rows-[2.75rem_minmax(0,1fr)] max-narrow:grid-cols-[3rem_minmax(0,1fr)]">
      <TitleBar />
      <Rail />
      <main className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-tl-sheet border-t border-l border-line bg-paper">
        <Notices />
        <Stage />
      </main>
      <ToastList />
      <LinkDialog />
    </div>
  )
}
