import type { LibraryDetail } from '../../../../../shared/library.ts'
import { w } from '../words.ts'
import { About } from './about.tsx'
import { EntryBar } from './entry-bar.tsx'
import { FileText } from './file-text.tsx'

/** An agent: its instructions, and what it may use. */
export function AgentPage({ detail }: { readonly detail: LibraryDetail }) {
  return (
    <section aria-label={detail.entry.name} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <EntryBar detail={detail} />
      <div className="flex min-h-0 min-w-0 flex-1 max-narrow:flex-col max-narrow:overflow-y-auto">
        <FileText detail={detail} />
        <aside
          aria-label={w.entry.about}
          className="min-h-0 w-87 flex-none overflow-y-auto border-l border-line bg-sheet max-narrow:order-first max-narrow:w-auto max-narrow:overflow-visible max-narrow:border-l-0"
        >
          <About detail={detail} />
        </aside>
      </div>
    </section>
  )
}
