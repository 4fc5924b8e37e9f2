import { LinkDialog } from '../components/link-dialog.tsx'
import { ToastList } from '../components/toast-list.tsx'
import { useSession } from '../state/use-session.ts'
import { Notices } from './notices.tsx'
import { Overlays } from './overlays.tsx'
import { Rail } from './rail.tsx'
import { SoloBar } from './solo-bar.tsx'
import { Stage } from './stage.tsx'
import { TitleBar } from './title-bar.tsx'
import { useAppearance } from './use-appearance.ts'
import { useFirstRun } from './use-first-run.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useNativeMenus } from './use-native-menus.ts'
import { useRunNotes } from './use-run-notes.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useWindowTitle } from './use-window-title.ts'

/** Title bar, rail and the tabs that are shown. Only those have a DOM; the others keep their stores. */
export function Shell() {
  useAppearance()
  useShortcuts()
  useWindowTitle()
  useFirstRun()
  useKeptFocus()
  useRunNotes()
  useNativeMenus()
  const { solo } = useSession()
  const main = (
    <>
      <Notices />
      <Stage />
    </>
  )
  return (
    <>
      {solo === null ? (
        <div className="grid h-full grid-cols-[4rem_minmax(0,1fr)] grid-rows-[2.75rem_minmax(0,1fr)] max-narrow:grid-cols-[3rem_minmax(0,1fr)]">
          <TitleBar />
          <Rail />
          <main className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-tl-sheet border-t border-l border-line bg-paper">
            {main}
          </main>
        </div>
      ) : (
        <div className="grid h-full grid-rows-[2.75rem_minmax(0,1fr)]">
          <SoloBar />
          <main className="flex min-h-0 min-w-0 flex-col overflow-hidden border-t border-line bg-paper">{main}</main>
        </div>
      )}
      <Overlays />
      <ToastList />
      <LinkDialog />
    </>
  )
}
