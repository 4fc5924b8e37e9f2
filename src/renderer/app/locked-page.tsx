import { Logo } from '../components/logo.tsx'
import { CopyDrafts } from './copy-drafts.tsx'
import { m } from './messages.ts'

/** A page without a token: says how to get in. */
export function LockedPage() {
  return (
    <main className="grid h-full content-center justify-items-center bg-paper px-8 pb-16">
      <div className="grid w-full max-w-[30rem] gap-2">
        <Logo className="-ml-[5px] w-10" />
        <h1 className="mt-3 text-22 font-medium tracking-[-0.012em] text-balance">{m.shell.lockedTitle}</h1>
        <p className="text-15 text-pretty text-ink-2">{m.shell.lockedBody}</p>
        <code className="mt-2 justify-self-start rounded-control border border-line-strong bg-sheet px-3 py-1.5 font-mono text-13">
          {m.shell.lockedCommand}
        </code>
        <p className="mt-2 text-12 text-ink-3">{m.shell.lockedExpired}</p>
        <CopyDrafts />
      </div>
    </main>
  )
}
