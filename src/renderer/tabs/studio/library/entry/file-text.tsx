import type { LibraryDetail } from '../../../../../shared/library.ts'
import { ScrollText } from '../../../orchestration/scroll-text.tsx'
import { w } from '../words.ts'

/** The file of an entry, word for word. */
export function FileText({ detail: { entry, text } }: { readonly detail: LibraryDetail }) {
  return (
    <section aria-label={w.entry.file} className="flex min-h-0 min-w-0 flex-1 flex-col border-t border-line bg-sheet first:border-t-0">
      <header className="flex h-9 flex-none items-center border-b border-line px-4 text-12 text-ink-2">
        <span className="truncate font-mono">{entry.file}</span>
      </header>
      <ScrollText text={text} className="min-h-0 flex-1 rounded-none! px-4 py-3" />
    </section>
  )
}
