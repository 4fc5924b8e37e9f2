import { Search } from 'lucide-react'
import { KeyCap } from '../components/key-cap.tsx'
import { Logo } from '../components/logo.tsx'
import { useSession } from '../state/use-session.ts'
import { IS_MAC, keyCaps } from './commands/keys.ts'
import { m } from './messages.ts'
import { Spend } from './spend.tsx'
import { TabStrip } from './tab-strip.tsx'

/** Logo, open tabs, what was spent today, the palette. In the desktop window it is also what the window is moved by. */
export function TitleBar() {
  const { overlay } = useSession()
  return (
    <header className="col-span-full flex min-w-0 items-stretch [-webkit-app-region:drag]">
      <div title={m.shell.productName} className="grid w-16 flex-none place-items-center max-narrow:w-12">
        <Logo className="size-5.5" />
      </div>
      <TabStrip />
      <Spend />
      <button
        type="button"
        aria-keyshortcuts={IS_MAC ? 'Meta+K' : 'Control+K'}
        title={m.commands.open}
        onClick={() => overlay.show('palette')}
        className="my-2 mr-3 flex w-64 flex-none cursor-default items-center gap-2 rounded-control border border-line bg-sheet px-2.5 text-12 text-ink-3 [-webkit-app-region:no-drag] hover:text-ink max-wide:w-auto"
      >
        <Search size={14} aria-hidden />
        <span className="min-w-0 flex-1 truncate text-left max-wide:sr-only">{m.commands.open}</span>
        <span aria-hidden className="flex gap-1 max-narrow:hidden">
          {keyCaps('Mod+K').map((key) => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
        </span>
      </button>
    </header>
  )
}
