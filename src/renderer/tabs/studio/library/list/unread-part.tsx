import type { LibraryView } from '../../../../../shared/library.ts'
import { ProblemList } from '../problem-list.tsx'
import { w } from '../words.ts'

/** Files of the library's folders that hold neither an agent nor a command, and why. */
export function UnreadPart({ unread }: Pick<LibraryView, 'unread'>) {
  if (unread.length === 0) return null
  return (
    <details className="mt-6">
      <summary className="w-fit cursor-default font-semibold">{w.list.unread(unread.length)}</summary>
      <ul className="mt-2 rounded-sheet border border-line bg-sheet">
        {unread.map(({ file, problems }) => (
          <li key={file} className="grid gap-1 border-t border-line px-4.5 py-2.5 first:border-t-0">
            <span className="font-mono text-12 wrap-anywhere">{file}</span>
            <ProblemList problems={problems} />
          </li>
        ))}
      </ul>
    </details>
  )
}
