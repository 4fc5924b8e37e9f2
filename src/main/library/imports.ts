import { rm, stat } from 'node:fs/promises'
import { basename, isAbsolute, relative } from 'node:path'
import { TuttiError } from '../../shared/errors.ts'
import type { ImportFile, ImportPreview, LibraryEntry } from '../../shared/library.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Library } from './library.ts'
import type { LibraryItem } from './library-item.ts'
import { isLibraryFile, readLibraryFile, tooLarge } from './read-library-file.ts'
import { type ScannedFile, scanFile, scanFolder } from './scan-folder.ts'

/** Previews that are kept for their confirmation; the oldest makes room. */
const MOST_KEPT = 8

/** A file as the page sends it. */
export interface SentFile {
  readonly name: string
  /** Left out where the file is too large to be sent. */
  readonly base64?: string | undefined
  readonly bytes: number
}

interface Inspected {
  readonly files: readonly ScannedFile[]
  readonly preview: ImportPreview
}

/** Files on their way into the library: read and shown, and in use only once the user has confirmed. */
export class Imports {
  readonly #library: Library
  readonly #clock: Clock
  readonly #inspected = new Map<string, Inspected>()

  constructor(library: Library, clock: Clock) {
    this.#library = library
    this.#clock = clock
  }

  /** What a file or folder of this computer would become. */
  async inspectPath(path: string): Promise<ImportPreview> {
    if (!isAbsolute(path)) throw new TuttiError('invalid-input', `“${path}” is no full path.`, { data: { field: 'path' } })
    const found = await stat(path).catch(() => null)
    if (found === null) throw new TuttiError('not-found', `There is no file or folder ${path}.`)
    if (found.isDirectory()) {
      const { files, leftOut } = await scanFolder(path)
      return this.#keep([...files.values()], leftOut)
    }
    if (!isLibraryFile(path)) throw new TuttiError('invalid-input', `${basename(path)} is no Markdown or JSON file.`)
    return this.#keep([await scanFile(path, basename(path))], 0)
  }

  /** What sent files would become. */
  async inspectFiles(sent: readonly SentFile[]): Promise<ImportPreview> {
    const readable = sent.filter(({ name }) => isLibraryFile(name))
    const files: ScannedFile[] = []
    for (const { name, base64, bytes } of readable) {
      const reading = base64 === undefined ? tooLarge(name, bytes) : await readLibraryFile(name, Buffer.from(base64, 'base64'))
      files.push({ path: name, stamp: '', reading })
    }
    return this.#keep(files, sent.length - readable.length)
  }

  /** Copies what was inspected into the user's own library; `chosen` are paths of the preview, all that can be used where left out. */
  async confirm(id: string, chosen?: readonly string[]): Promise<LibraryEntry[]> {
    const inspected = this.#inspected.get(id)
    if (!inspected) throw new TuttiError('not-found', 'What was inspected is not kept any more. Choose the files again.')
    const wanted = new Set(chosen ?? inspected.preview.files.map(({ file }) => file))
    const added: LibraryItem[] = []
    for (const { reading } of inspected.files) {
      const { item, file, text } = reading
      if (item === null || !wanted.has(file) || added.some((other) => other.kind === item.kind && other.name === item.name)) continue
      const target = `${item.name}.${/\.json$/i.test(file) ? 'json' : 'md'}`
      const gone = this.#library.entries.filter((entry) => isOwn(entry, item) && basename(entry.file) !== target)
      await this.#library.write(item.kind, target, text)
      // Markdown takes the place of a definition and the other way round; beside each other one of them would be of no use.
      for (const other of gone) await rm(other.file, { force: true })
      added.push(item)
    }
    this.#inspected.delete(id)
    await this.#library.refresh()
    return this.#library.entries.filter((entry) => added.some((item) => isOwn(entry, item)))
  }

  discard(id: string): void {
    this.#inspected.delete(id)
  }

  async #keep(files: readonly ScannedFile[], leftOut: number): Promise<ImportPreview> {
    await this.#library.load()
    const seen = new Map<string, string>()
    const preview: ImportPreview = {
      id: this.#clock.id(),
      leftOut,
      files: files.map(({ path, reading }): ImportFile => {
        const { item, file, problems } = reading
        if (item === null) return { file, kind: null, name: '', description: '', replaces: 'nothing', problems: [...problems] }
        const key = `${item.kind}:${item.name}`
        const first = seen.get(key)
        seen.set(key, first ?? file)
        const twice: ImportFile['problems'] =
          first === undefined
            ? []
            : [{ level: 'error', place: 'name', message: `${first} has the same name and is taken. Rename one of them.` }]
        return {
          file,
          kind: item.kind,
          name: item.name,
          description: item.description.slice(0, 1_000),
          replaces: this.#replaces(item, path),
          problems: [...twice, ...item.problems],
        }
      }),
    }
    const [oldest] = this.#inspected.keys()
    if (this.#inspected.size >= MOST_KEPT && oldest !== undefined) this.#inspected.delete(oldest)
    this.#inspected.set(preview.id, { files, preview })
    return preview
  }

  #replaces({ kind, name }: LibraryItem, path: string): ImportFile['replaces'] {
    const present = this.#library.entries.find((entry) => entry.kind === kind && entry.name === name)
    if (present === undefined || present.source === 'folder') return 'nothing'
    if (present.source === 'shipped') return 'shipped'
    return relative(present.file, path) === '' ? 'itself' : 'own'
  }
}

/** Whether an entry is the user's own one of this name. */
function isOwn({ source, kind, name }: LibraryEntry, item: LibraryItem): boolean {
  return source === 'own' && kind === item.kind && name === item.name
}
