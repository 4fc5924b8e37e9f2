import type { LibraryEntry, LibraryProblem, LibraryView } from '../../shared/library.ts'
import type { LibraryItem } from './library-item.ts'
import type { ScannedFile } from './scan-folder.ts'

/** A file on its way onto the shelf. */
export interface Offered {
  readonly file: ScannedFile
  readonly source: LibraryEntry['source']
}

export interface Shelved {
  readonly item: LibraryItem
  readonly entry: LibraryEntry
  readonly file: ScannedFile
}

/** Agents and commands by name, and everything that lists show. */
export interface Shelf {
  /** By `kind:name`. */
  readonly byName: ReadonlyMap<string, Shelved>
  readonly entries: readonly LibraryEntry[]
  readonly unread: LibraryView['unread']
}

/** Whose entry counts where several have one name. */
const RANK: Readonly<Record<LibraryEntry['source'], number>> = { own: 0, folder: 1, shipped: 2 }

/** Puts files in their order: of several with one name the user's own counts before that of a folder, and the shipped one comes last. */
export function shelve(offered: readonly Offered[]): Shelf {
  const byName = new Map<string, Shelved>()
  const entries: LibraryEntry[] = []
  const unread: { file: string; problems: LibraryProblem[] }[] = []
  for (const { file, source } of offered.toSorted((a, b) => RANK[a.source] - RANK[b.source])) {
    const { item, problems } = file.reading
    if (item === null) {
      unread.push({ file: source === 'shipped' ? file.reading.file : file.path, problems: [...problems] })
      continue
    }
    const key = keyOf(item.kind, item.name)
    const taken = byName.get(key)
    const entry = entryOf(item, file, source, taken?.entry)
    if (taken === undefined) byName.set(key, { item, entry, file })
    // A shipped one whose place was taken is out of sight.
    if (taken === undefined || source !== 'shipped') entries.push(entry)
  }
  return { byName, entries: entries.toSorted((a, b) => a.name.localeCompare(b.name)), unread }
}

export function keyOf(kind: LibraryEntry['kind'], name: string): string {
  return `${kind}:${name}`
}

function entryOf(item: LibraryItem, file: ScannedFile, source: LibraryEntry['source'], taken: LibraryEntry | undefined): LibraryEntry {
  const twice: LibraryProblem[] =
    taken === undefined
      ? []
      : [{ level: 'error', place: 'name', message: `${taken.file} has the same name and is used. Rename one of them.` }]
  return {
    kind: item.kind,
    name: item.name,
    description: item.description.slice(0, 1_000),
    source,
    file: source === 'shipped' ? file.reading.file : file.path,
    format: item.kind === 'agent' ? 'markdown' : item.format,
    hint: item.kind === 'command' ? item.hint : '',
    tools: item.kind === 'command' && item.format === 'json' ? [] : [...item.tools],
    model: item.kind === 'command' && item.format === 'json' ? null : item.model,
    steps:
      item.kind === 'agent' ? 0 : item.format === 'json' ? item.definition.phases.reduce((sum, { agents }) => sum + agents.length, 0) : 1,
    problems: [...twice, ...item.problems],
  }
}
