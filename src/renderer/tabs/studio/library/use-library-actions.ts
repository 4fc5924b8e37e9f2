import { useMemo } from 'react'
import type { LibraryDetail, LibraryEntry } from '../../../../shared/library.ts'
import { m } from '../../../app/messages.ts'
import { saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { definitionAsMarkdown } from './definition-as-markdown.ts'
import { entryName } from './entry-name.ts'
import { sentText } from './import/sent-files.ts'
import { w } from './words.ts'

type Format = LibraryEntry['format']
const ENDINGS = { json: 'json', markdown: 'md' } as const
const TYPES = { json: 'application/json', markdown: 'text/markdown' } as const

/** The forms in which an entry can be exported. */
export function formatsOf({ format }: LibraryEntry): readonly Format[] {
  return format === 'json' ? ['json', 'markdown'] : ['markdown']
}

/** Export one, and delete one of the user's own, which can be undone. */
export function useLibraryActions() {
  const { client, attempt, toasts } = useSession()
  return useMemo(() => {
    const read = ({ kind, name }: LibraryEntry): Promise<LibraryDetail | undefined> => attempt(client.library.get({ kind, name }))
    return {
      /** As its author wrote it; a definition also as the Markdown that says the same to people. */
      exportFile: async (entry: LibraryEntry, format: Format) => {
        const detail = await read(entry)
        if (!detail) return
        const text = format === entry.format ? detail.text : definitionAsMarkdown(detail.text)
        if (text !== null) saveFile(`${entry.name}.${ENDINGS[format]}`, text, TYPES[format])
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
