import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { ModelRef } from '../../shared/ids.ts'
import type { LibraryDetail, LibraryEntry, LibraryKind, LibraryView } from '../../shared/library.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { Pipeline, PipelineCheck } from '../../shared/pipeline.ts'
import type { StageAgent } from '../orchestrators/pipeline/services.ts'
import { compileCommand } from './compile/compile-command.ts'
import type { CompileGround } from './compile/compile-ground.ts'
import type { Compiled } from './compile/compiled.ts'
import { resolveModel, resolveTools } from './compile/resolve-names.ts'
import { compileGround } from './ground.ts'
import { LibraryFolder } from './library-folder.ts'
import type { CommandItem } from './library-item.ts'
import { keyOf, type Shelf, type Shelved, shelve } from './shelve.ts'

export interface LibraryParts {
  /** The data folder; the user's own library is `library` in it. */
  readonly home: string
  /** The starter library; null where it does not come along. */
  readonly shipped: string | null
  readonly tools: () => readonly string[]
  readonly models: () => readonly ModelInfo[]
  readonly check: (pipeline: Pipeline) => PipelineCheck | Promise<PipelineCheck>
  readonly onChange: (entries: readonly LibraryEntry[]) => void
  readonly onFault: (thrown: unknown) => void
}

const Folders = z.array(z.string())

/** Agents and commands: those that ship with the app, the user's own, and those in folders that the user added. Edits on disk appear. */
export class Library {
  readonly ground: CompileGround
  /** The user's own files. */
  readonly own: string
  readonly #parts: LibraryParts
  #folders: LibraryFolder[] = []
  #shelf: Shelf = { byName: new Map(), entries: [], unread: [] }
  #loading: Promise<void> | null = null

  constructor(parts: LibraryParts) {
    this.#parts = parts
    this.own = join(parts.home, 'library')
    this.ground = compileGround({ ...parts, hasAgent: (name) => this.#shelf.byName.has(keyOf('agent', name)) })
  }

  /** Reads everything, once; later calls wait for the first. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  async list(): Promise<LibraryView> {
    await this.load()
    const folders = this.#folders.filter(({ source }) => source === 'folder').map(({ path }) => path)
    return { entries: [...this.#shelf.entries], unread: [...this.#shelf.unread], folders }
  }

  get entries(): readonly LibraryEntry[] {
    return this.#shelf.entries
  }

  /** Throws `not-found`. */
  async get(kind: LibraryKind, name: string): Promise<LibraryDetail> {
    const { item, entry, file } = await this.find(kind, name)
    if (item.kind === 'agent') {
      const problems = [...item.problems]
      resolveTools(item.tools, 'tools', this.ground, problems)
      resolveModel(item.model, 'model', this.ground, problems)
      return { entry: { ...entry, problems }, text: file.reading.text, arguments: [], pipeline: null, check: null }
    }
    const { pipeline, problems } = compileCommand(item, this.ground)
    const named = item.format === 'markdown' ? [...item.arguments] : []
    const check = await this.#parts.check(pipeline)
    return { entry: { ...entry, problems: [...problems] }, text: file.reading.text, arguments: named, pipeline, check }
  }

  /** A command as it would run. Throws `not-found`, and `invalid-input` with its first problem where it cannot run. */
  async compile(name: string): Promise<Compiled & { readonly item: CommandItem }> {
    const { item } = await this.find('command', name)
    if (item.kind === 'agent') throw new TuttiError('not-found', `“${name}” is an agent, not a command.`)
    const compiled = compileCommand(item, this.ground)
    const [first] = compiled.problems.filter(({ level }) => level === 'error')
    if (first)
      throw new TuttiError('invalid-input', `/${name} cannot run. ${first.place}: ${first.message}`, { data: { field: first.place } })
    return { ...compiled, item }
  }

  async find(kind: LibraryKind, name: string): Promise<Shelved> {
    await this.load()
    const found = this.#shelf.byName.get(keyOf(kind, name))
    if (found) return found
    throw new TuttiError('not-found', `There is no ${kind} “${name}” in the library.`)
  }

  /** An agent as a stage needs it. Throws `not-found`. */
  agent(name: string): StageAgent {
    const found = this.#shelf.byName.get(keyOf('agent', name))?.item
    if (found?.kind !== 'agent') throw new TuttiError('not-found', `There is no agent “${name}” in the library.`)
    const tools = resolveTools(found.tools, '', this.ground, [])
    const model: ModelRef | null = resolveModel(found.model, '', this.ground, [])
    return { instructions: found.instructions, tools, model }
  }

  /** Writes a file into the user's own library, where it appears at once. */
  async write(kind: LibraryKind, file: string, content: string | Uint8Array): Promise<void> {
    const folder = join(this.own, `${kind}s`)
    await mkdir(folder, { recursive: true })
    const path = join(folder, file)
    await writeFile(`${path}.part`, content)
    await rename(`${path}.part`, path)
  }

  /** Removes one of the user's own. One that it stood before comes back. */
  async remove(kind: LibraryKind, name: string): Promise<void> {
    const { entry, file } = await this.find(kind, name)
    if (entry.source !== 'own') {
      const why = entry.source === 'shipped' ? 'comes with Tutti' : `stands in ${entry.file}`
      throw new TuttiError('invalid-input', `“${name}” ${why} and is not removed here.`)
    }
    await rm(file.path)
    await this.refresh()
  }

  async addFolder(path: string): Promise<void> {
    await this.load()
    if (!isAbsolute(path)) throw new TuttiError('invalid-input', `“${path}” is no full path of a folder.`, { data: { field: 'path' } })
    if (this.#folders.some((folder) => folder.path === path)) return
    await this.#open(path, 'folder', true)
    await this.#keepFolders()
    this.#shelveAll()
  }

  async removeFolder(path: string): Promise<void> {
    await this.load()
    const folder = this.#folders.find((each) => each.path === path && each.source === 'folder')
    if (!folder) throw new TuttiError('not-found', `${path} is no folder of the library.`)
    await folder.close()
    this.#folders = this.#folders.filter((each) => each !== folder)
    await this.#keepFolders()
    this.#shelveAll()
  }

  /** Reads all folders again, without waiting for the watcher. */
  async refresh(): Promise<void> {
    await this.load()
    for (const folder of this.#folders) if (folder.source !== 'shipped') await folder.read().catch(this.#parts.onFault)
    this.#shelveAll()
  }

  async close(): Promise<void> {
    await this.#loading?.catch(() => undefined)
    await Promise.all(this.#folders.map((folder) => folder.close()))
  }

  async #load(): Promise<void> {
    await mkdir(this.own, { recursive: true })
    if (this.#parts.shipped !== null) await this.#open(this.#parts.shipped, 'shipped', false)
    await this.#open(this.own, 'own', true)
    for (const path of await this.#keptFolders()) await this.#open(path, 'folder', true).catch(this.#parts.onFault)
    this.#shelveAll()
  }

  async #open(path: string, source: LibraryEntry['source'], watched: boolean): Promise<void> {
    const folder = new LibraryFolder({ path, source, onChange: () => this.#shelveAll(), onFault: this.#parts.onFault })
    await folder.read()
    this.#folders = [...this.#folders, folder]
    if (watched) await folder.watch()
  }

  #shelveAll(): void {
    this.#shelf = shelve(this.#folders.flatMap(({ files, source }) => files.map((file) => ({ file, source }))))
    this.#parts.onChange(this.#shelf.entries)
  }

  get #foldersFile(): string {
    return join(this.own, '.folders.json')
  }

  async #keptFolders(): Promise<string[]> {
    try {
      return Folders.parse(JSON.parse(await readFile(this.#foldersFile, 'utf8')))
    } catch {
      return []
    }
  }

  async #keepFolders(): Promise<void> {
    const folders = this.#folders.filter(({ source }) => source === 'folder').map(({ path }) => path)
    await writeFile(this.#foldersFile, `${JSON.stringify(folders)}\n`)
  }
}
