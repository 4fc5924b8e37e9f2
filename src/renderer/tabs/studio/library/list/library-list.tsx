import { Search, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import type { LibraryEntry } from '../../../../../shared/library.ts'
import { Button } from '../../../../components/button.tsx'
import { ErrorNote } from '../../../../components/error-note.tsx'
import { Field } from '../../../../components/field.tsx'
import { Segment } from '../../../../components/segment.tsx'
import { HomeSwitch } from '../../home-switch.tsx'
import { useStudioPlace } from '../../use-studio-place.ts'
import { entryName } from '../entry-name.ts'
import { w } from '../words.ts'
import { FolderPart } from './folder-part.tsx'
import { LibraryRow } from './library-row.tsx'
import { UnreadPart } from './unread-part.tsx'
import { useLibraryView } from './use-library-view.ts'

const t = w.list
const KINDS = ['all', 'command', 'agent'] as const
type Shown = (typeof KINDS)[number]

/** Every command and agent: the user's own, those of folders that are used where they stand, and those that ship. */
export function LibraryList() {
  const { openLibrary } = useStudioPlace()
  const { view, error, retry } = useLibraryView()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<Shown>('all')
  const page = useRef<HTMLElement>(null)
  const words = query.trim().toLowerCase()
  const entries = view?.entries ?? []
  const used = usedEntries(entries)
  const found = entries.filter(
    (entry) => (kind === 'all' || entry.kind === kind) && `${entryName(entry)} ${entry.description}`.toLowerCase().includes(words),
  )
  const folders = view?.folders ?? []
  const groups = [
    { title: t.own, entries: found.filter(({ source }) => source === 'own') },
    ...folders.map((folder) => ({
      title: folder,
      entries: found.filter(({ source, file }) => source === 'folder' && isIn(file, folder)),
    })),
    { title: t.shipped, entries: found.filter(({ source }) => source === 'shipped') },
  ]
  return (
    <section ref={page} aria-label={t.title} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-12 flex-none flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-narrow:px-3">
        <h1 className="sr-only">{t.title}</h1>
        <HomeSwitch />
        <div className="contents max-narrow:order-last max-narrow:flex max-narrow:basis-full max-narrow:gap-2">
          <Field
            quiet
            type="search"
            label={t.search}
            placeholder={t.search}
            before={<Search size={14} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            boxClassName="ml-auto w-56 max-narrow:ml-0 max-narrow:flex-1"
          />
          <Segment label={t.show} value={kind} options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} onChange={setKind} />
        </div>
        <Button look="main" className="max-narrow:ml-auto" onClick={() => openLibrary({ view: 'import' })}>
          <Upload size={14} aria-hidden />
          {t.import}
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-narrow:px-3">
        <div className="mx-auto grid max-w-[52rem] grid-cols-[minmax(0,1fr)]">
          {error !== null && (
            <div className="pt-6">
              <ErrorNote what={t.failed} kept={error.message} action={<Button onClick={retry}>{t.retry}</Button>} />
            </div>
          )}
          {view === null && error === null && (
            <p role="status" className="pt-6 text-ink-2">
              {t.loading}
            </p>
          )}
          {view !== null && found.length === 0 && (
            <p className="pt-6 text-ink-2">{words === '' ? t.nothingOf[kind] : t.nothing(query.trim())}</p>
          )}
          {view !== null && words === '' && kind === 'all' && !entries.some(({ source }) => source === 'own') && (
            <p className="pt-6 text-pretty text-ink-2">{t.empty}</p>
          )}
          {groups.map(({ title, entries: own }) => (
            <Rows key={title} title={title} entries={own} used={used} />
          ))}
          {view !== null && words === '' && (
            <>
              <UnreadPart unread={view.unread} />
              <FolderPart folders={folders} />
            </>
          )}
        </div>
      </div>
    </section>
  )
}

type RowsProps = { readonly title: string; readonly entries: readonly LibraryEntry[]; readonly used: ReadonlySet<LibraryEntry> }

function Rows({ title, entries, used }: RowsProps) {
  if (entries.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="pt-6 pb-2 font-semibold wrap-anywhere">{title}</h2>
      <ul className="rounded-sheet border border-line bg-sheet">
        {entries.map((entry) => (
          <LibraryRow key={`${entry.kind} ${entry.file}`} entry={entry} hidden={!used.has(entry)} />
        ))}
      </ul>
    </section>
  )
}

/** Of several with one name the first is used. */
function usedEntries(entries: readonly LibraryEntry[]): ReadonlySet<LibraryEntry> {
  const used = new Map<string, LibraryEntry>()
  for (const entry of entries) if (!used.has(`${entry.kind} ${entry.name}`)) used.set(`${entry.kind} ${entry.name}`, entry)
  return new Set(used.values())
}

function isIn(file: string, folder: string): boolean {
  return file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.replace(/[\\/]$/, '').length))
}
