import { useMemo } from 'react'
import type { LibraryDetail, LibraryEntry } from '../../../../shared/library.ts'
import { m } from '../../../app/messages.ts'
import { saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { entryName } from './entry-name.ts'
import { sentText } from './import/sent-files.ts'
import { w } from './words.ts'

const ENDINGS = { json: 'json', markdown: 'md' } as const
const TYPES = { json: 'application/json', markdown: 'text/markdown' } as const

/** Export one, and delete one of the user's own, which can be undone. */
export function useLibraryActions() {
  const { client, attempt, toasts } = useSession()
  return useMemo(() => {
    const read = ({ kind, name }: LibraryEntry): Promise<LibraryDetail | undefined> => attempt(client.library.get({ kind, name }))
    return {
      /** As its author wrote it. */
      exportFile: async (entry: LibraryEntry) => {
        const detail = await read(entry)
        if (detail) saveFile(`${entry.name}.${ENDINGS[entry.format]}`, detail.text, TYPES[entry.format])
      },
      /** true once it is gone. */
      remove: async (entry: LibraryEntry): Promise<boolean> => {
        const detail = await read(entry)
        const { kind, name, format } = entry
        if (!detail || (await attempt(client.library.remove({ kind, name }).then(() => true))) === undefined) return false
        const bringBack = async () => {
          const file = await sentText(`${kind}s/${name}.${ENDINGS[format]}`, detail.text)
          const preview = await attempt(client.library.inspect({ files: [file] }))
          if (preview) await attempt(client.library.confirm({ id: preview.id }))
        }
        toasts.say(w.entry.removed(entryName(entry)), { label: m.common.undo, run: () => void bringBack() })
        return true
      },
    }
  }, [client, attempt, toasts])
}
