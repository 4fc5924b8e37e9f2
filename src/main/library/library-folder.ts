import type { LibraryEntry } from '../../shared/library.ts'
import { type ScannedFile, scanFolder } from './scan-folder.ts'

/** Ms in which several changes of a folder are one. */
const SETTLE_MS = 150

export interface FolderParts {
  readonly path: string
  readonly source: LibraryEntry['source']
  readonly onChange: () => void
  readonly onFault: (thrown: unknown) => void
}

/** A folder of agents and commands. What stands in it is read at once and, once watched, again after each change. */
export class LibraryFolder {
  readonly path: string
  readonly source: LibraryEntry['source']
  readonly #parts: FolderParts
  #files: ReadonlyMap<string, ScannedFile> = new Map()
  #watcher: { close(): Promise<void> } | null = null
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(parts: FolderParts) {
    this.path = parts.path
    this.source = parts.source
    this.#parts = parts
  }

  /** By their names. */
  get files(): readonly ScannedFile[] {
    return [...this.#files.values()]
  }

  async read(): Promise<void> {
    this.#files = (await scanFolder(this.path, this.#files)).files
  }

  async watch(): Promise<void> {
    const { watch } = await import('chokidar')
    if (this.#closed) return
    const watcher = watch(this.path, {
      ignoreInitial: true,
      followSymlinks: false,
      depth: 6,
      ignored: /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/,
    })
    watcher.on('all', () => this.#changed())
    watcher.on('error', this.#parts.onFault)
    this.#watcher = watcher
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#watcher?.close()
  }

  #changed(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.read().then(() => this.#parts.onChange(), this.#parts.onFault)
    }, SETTLE_MS)
  }
}
