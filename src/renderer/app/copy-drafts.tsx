import { Copy } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { Sheet } from '../components/sheet.tsx'
import { useCopy } from '../state/use-copy.ts'
import { useTabs } from '../state/use-session.ts'
import { m } from './messages.ts'

/** Drafts of a page that the core no longer lets in: what was typed since is only here. */
export function CopyDrafts() {
  const open = useTabs((tabs) => tabs.open)
  const copy = useCopy()
  const drafts = open.filter((tab) => tab.draft.trim() !== '')
  if (drafts.length === 0) return null
  return (
    <section aria-label={m.shell.lockedDrafts} className="mt-6 grid gap-2">
      <h2 className="text-12 font-medium text-ink-3">{m.shell.lockedDrafts}</h2>
      {drafts.map((tab) => (
        <Sheet key={tab.id} className="flex items-start gap-3 p-3">
          <p className="line-clamp-4 min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere">{tab.draft}</p>
          <Button small onClick={() => copy(tab.draft)}>
            <Copy size={14} aria-hidden />
            {m.common.copy}
          </Button>
        </Sheet>
      ))}
    </section>
  )
}
