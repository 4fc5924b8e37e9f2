import { TuttiError } from '../../../shared/errors.ts'
import { MemoryScope } from '../../../shared/run.ts'
import { type EntryRef, type MemoryEntry, type NewEntry, readRef } from './memory-entry.ts'
import type { MemorySpace } from './memory-space.ts'
import { type MergeOptions, type MergeReport, mergeSpaces } from './merge-spaces.ts'

export interface OnceOptions extends Omit<NewEntry, 'key' | 'value'> {
  /** Where the result is kept and who shares it; the run where left out. */
  readonly scope?: MemoryScope
  /** Ends this caller's wait; the work goes on while others wait for it. */
  readonly signal?: AbortSignal
}

export interface MemoryStats {
  /** Of `once`: asked for what was there or under way, and what had to be done. */
  readonly hits: number
  readonly misses: number
  /** In [0, 1]; null before the first `once`. */
  readonly hitRate: number | null
  readonly entries: number
  readonly bytes: number
  /** Entries that made room, that expired, and that were too large to be kept. */
  readonly evicted: number
  readonly expired: number
  readonly tooLarge: number
}

/** A run's sight of the shared context: its own space and those around it. */
export class SharedMemory {
  /** At most one a scope; nearest first. */
  readonly #spaces: readonly MemorySpace[]

  constructor(spaces: readonly MemorySpace[]) {
    const order = MemoryScope.options
    this.#spaces = spaces.toSorted((a, b) => order.indexOf(a.place.scope) - order.indexOf(b.place.scope))
  }

  /**
   * The next version of a key, resolved when it is stored. Throws `invalid-input` for a value that is not JSON or too large, for a scope
   * that this run is not in, and for a source that never was.
   */
  async put(entry: NewEntry & { readonly scope?: MemoryScope }): Promise<MemoryEntry> {
    for (const ref of entry.from ?? []) this.#checkSource(entry.key, ref)
    return this.#space(entry.scope ?? 'run').put(entry)
  }

  /** The newest version of the nearest scope that has the key, or the version asked for; null where there is none any more. */
  get(key: string, version?: number, scope?: MemoryScope): MemoryEntry | null {
    const spaces = scope === undefined ? this.#spaces : [this.#space(scope)]
    for (const space of spaces) {
      const entry = space.get(key, version)
      if (entry) return entry
    }
    return null
  }

  /** The newest entries of all scopes, nearest first. */
  list(): MemoryEntry[] {
    return this.#spaces.flatMap((space) => space.list())
  }

  /** All versions that are still kept, oldest first. */
  history(key: string, scope: MemoryScope = 'run'): MemoryEntry[] {
    return this.#space(scope).history(key)
  }

  /** An entry's sources, their sources and so on, as far as they are still kept; each once, nearest first. */
  lineage(entry: MemoryEntry): MemoryEntry[] {
    const found = new Map<EntryRef, MemoryEntry>()
    const waiting = [...entry.from]
    for (const ref of waiting) {
      const { scope, key, version } = readRef(ref)
      const source = found.has(ref) ? null : this.get(key, version, scope)
      if (!source) continue
      found.set(ref, source)
      waiting.push(...source.from)
    }
    return [...found.values()]
  }

  /**
   * Does `work` once for all that ask for `key`, also while it runs, and keeps what it returns as an entry. A failure is told to all
   * who wait and not kept. `work`'s signal aborts when nobody waits any more.
   */
  async once<T>(key: string, work: (signal: AbortSignal) => Promise<T>, options: OnceOptions): Promise<T> {
    const space = this.#space(options.scope ?? 'run')
    const known = space.get(key)
    if (known || space.flights.has(key)) space.counts.hits += 1
    else space.counts.misses += 1
    const { producedBy, from, ttlMs } = options
    const json = known
      ? JSON.stringify(known.value)
      : await space.flights.run(
          key,
          async (signal) => {
            const value = (await work(signal)) ?? null
            await space
              .put({ key, value, producedBy, ...(from ? { from } : {}), ...(ttlMs === undefined ? {} : { ttlMs }) })
              .catch(keepResult)
            return JSON.stringify(value)
          },
          options.signal,
        )
    return JSON.parse(json)
  }

  /** A sight for a branch: its own copy of the run's space, the outer scopes shared. */
  fork(): SharedMemory {
    return new SharedMemory(this.#spaces.map((space) => (space.place.scope === 'run' ? space.fork() : space)))
  }

  /** Brings a branch's entries back. Keys changed on both sides are settled or named. */
  merge(branch: SharedMemory, options: MergeOptions): Promise<MergeReport> {
    return mergeSpaces(this.#space('run'), branch.#space('run'), options)
  }

  stats(): MemoryStats {
    const sum = (read: (space: MemorySpace) => number) => this.#spaces.reduce((total, space) => total + read(space), 0)
    const hits = sum((space) => space.counts.hits)
    const misses = sum((space) => space.counts.misses)
    return {
      hits,
      misses,
      hitRate: hits + misses === 0 ? null : hits / (hits + misses),
      entries: sum((space) => space.size),
      bytes: sum((space) => space.bytes),
      evicted: sum((space) => space.counts.evicted),
      expired: sum((space) => space.counts.expired),
      tooLarge: sum((space) => space.counts.tooLarge),
    }
  }

  #space(scope: MemoryScope): MemorySpace {
    const space = this.#spaces.find((each) => each.place.scope === scope)
    if (space) return space
    const known = this.#spaces.map((each) => each.place.scope).join(', ')
    throw new TuttiError('invalid-input', `This run has no shared context of scope “${scope}”. It is in: ${known}.`)
  }

  #checkSource(key: string, ref: EntryRef): void {
    const source = readRef(ref)
    // What was read of an outer scope stands in the run's journal, and may be gone from the scope by now.
    if (source.scope !== 'run' || this.#space('run').knows(source.key, source.version)) return
    throw new TuttiError('invalid-input', `“${key}” names “${ref}” as its source, which was never put. Name the entries that were read.`)
  }
}

/** Work that was done is handed on, also where its result is too large to be kept; the eviction report tells of it. */
function keepResult(thrown: unknown): void {
  if (!(thrown instanceof TuttiError) || thrown.data?.most === undefined) throw thrown
}
