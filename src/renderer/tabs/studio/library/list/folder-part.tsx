import { Folder, X } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../../../app/messages.ts'
import { ErrorNote } from '../../../../components/error-note.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { callError } from '../../../../state/call-error.ts'
import { useSession } from '../../../../state/use-session.ts'
import { PathForm } from '../import/path-form.tsx'
import { w } from '../words.ts'

const t = w.list

/** Folders whose files are used where they stand, and a field to add one. */
export function FolderPart({ folders }: { readonly folders: readonly string[] }) {
  const { client, attempt, toasts } = useSession()
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (path: string): Promise<boolean> => {
    try {
      await client.library.addFolder({ path })
      setProblem(null)
      return true
    } catch (thrown) {
      setProblem(callError(thrown).message)
      return false
    }
  }
  const remove = async (path: string) => {
    if ((await attempt(client.library.removeFolder({ path }))) === undefined) return
    toasts.say(t.folderRemoved(path), { label: m.common.undo, run: () => void attempt(client.library.addFolder({ path })) })
  }
  return (
    <section aria-label={t.folders}>
      <h2 className="pt-8 font-semibold">{t.folders}</h2>
      <p className="text-12 text-pretty text-ink-2">{t.foldersNote}</p>
      {folders.length > 0 && (
        <ul className="mt-2 rounded-sheet border border-line bg-sheet">
          {folders.map((path) => (
            <li key={path} className="flex min-h-9 items-center gap-2.5 border-t border-line pr-2.5 pl-4.5 first:border-t-0">
              <Folder size={16} aria-hidden className="flex-none text-ink-2" />
              <span className="min-w-0 flex-1 truncate font-mono text-12" title={path}>
                {path}
              </span>
              <IconButton small label={t.removeFolder(path)} onClick={() => void remove(path)}>
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <PathForm label={t.folderPath} action={t.addFolder} onPath={add} />
      {problem !== null && (
        <div className="mt-2">
          <ErrorNote role="alert" what={problem} />
        </div>
      )}
    </section>
  )
}
