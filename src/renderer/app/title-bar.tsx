import { Logo } from '../components/logo.tsx'
import { m } from './messages.ts'
import { Spend } from './spend.tsx'
import { TabStrip } from './tab-strip.tsx'

/** Logo, open tabs, what was spent today. In the desktop window it is also what the window is moved by. */
export function TitleBar() {
  return (
    <header className="col-span-full flex min-w-0 items-stretch [-webkit-app-region:drag]">
      <div title={m.shell.productName} className="grid w-16 flex-none place-items-center max-narrow:w-12">
        <Logo className="size-5.5" />
      </div>
      <TabStrip />
      <Spend />
    </header>
  )
}
